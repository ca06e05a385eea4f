"""`acu map`: the picture of a point, meridian, routine, condition or view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from acucli.cli.command_line import app_context, words_of
from acucli.errors import NothingFound, UsageError
from acucli.host.outputs import write_output
from acucli.render.context import AppContext

if TYPE_CHECKING:
    from acucli.render.maps import MapSubject

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("map")
def map_(
    context: typer.Context,
    what: Annotated[
        list[str] | None,
        typer.Argument(help="A point, meridian, routine, condition, or a view with all its points."),
    ] = None,
    view: Annotated[str, typer.Option(help="Another view: acu list figures.")] = "",
    side: Annotated[str, typer.Option(help="The side of the body: left or right.")] = "right",
    width: Annotated[int, typer.Option(min=0, max=400, help="Columns, 40 or more; draws into a pipe, too.")] = 0,
    figure: Annotated[str, typer.Option(help="auto, braille, blocks, ascii, image, off.")] = "",
    svg: Annotated[bool, typer.Option("--svg", help="The same as --format svg.")] = False,
    output: Annotated[str, typer.Option("-o", "--output", help="Write the SVG to this file.")] = "",
) -> int:
    """Where it is: a point with its ruler, a whole meridian, a routine's points numbered in order.

    \b
    acu map LI4
    acu map LI --view hand-back
    acu map headache
    acu map PC6 --format svg -o pc6.svg
    """
    from acucli.render.maps import checked, drawn_svg

    run = app_context(context)
    text = words_of(what, "acu map LI4")
    if side not in {"left", "right"}:
        raise UsageError(f"--side cannot be {side!r}", hint="left or right")
    if 0 < width < 40:
        raise UsageError(f"--width cannot be {width}", hint="40 columns or more")
    subject = _subject(run, text)
    subject = checked(run, subject._replace(side=side, view=view or subject.view))
    _say_where_not(run, subject)
    if svg or output or run.options.format == "svg":
        return _svg(run, drawn_svg(run, subject), output, text)
    if run.options.format not in {"auto", "table", "plain"}:
        return _data(run, subject)
    return _picture(run, subject, width=width, figure=figure)


def _say_where_not(run: AppContext, subject: MapSubject) -> None:
    """Say of a point that is never pressed, or not by this person, that its picture is no invitation."""
    if subject.kind != "point":
        return
    from acucli.guide.person import Person

    point = run.library.points[subject.codes[0]]
    verdict = Person(run.library, run.profile, today=run.today).judge.point(point.code)
    if not point.pressable:
        run.output.warn(f"Never pressed: {point.limit.reason}")
    elif verdict.action == "left_out":
        run.output.warn(f"Not for you: {verdict.because}")


def _picture(run: AppContext, subject: MapSubject, *, width: int, figure: str) -> int:
    """Write the picture, or the words for it where nothing can be drawn."""
    from acucli.render.maps import below, drawn, drawn_svg, heading, words_for
    from acucli.render.pictures import image_of, write_line, write_scene

    wanted = "off" if run.options.format == "plain" and not figure else figure
    sequence = image_of(run, wanted, lambda: drawn_svg(run, subject), width or min(60, run.output.abilities.width))
    scene = drawn(run, subject, width=width, figure=wanted)
    if scene is None:
        for line in words_for(run, subject):
            run.output.text(line)
        return 0
    write_line(run, heading(subject, scene, run.library.points))
    if sequence:
        run.output.sequence(sequence)
    else:
        write_scene(run, scene)
    for line in below(run, subject, scene):
        write_line(run, line)
    return 0


def _data(run: AppContext, subject: MapSubject) -> int:
    """Write the points of the picture for a program."""
    from acucli.render.maps import rows_for, words_for

    format_ = run.options.format
    if format_ == "json":
        codes = list(subject.codes)
        words = words_for(run, subject)
        run.output.json({"schema_version": 1, "kind": subject.kind, "codes": codes, "words": words})
    elif format_ == "jsonl":
        run.output.json_lines(rows_for(run, subject))
    elif format_ == "codes":
        run.output.codes(subject.codes)
    else:
        rows = rows_for(run, subject)
        run.output.rows(rows, tuple(rows[0]) if rows else (), separator="\t" if format_ == "tsv" else ",")
    return 0


def _subject(run: AppContext, text: str) -> MapSubject:
    """Return what the picture is of, and the codes in it.

    Raises:
        NothingFound: nothing of that name can be drawn.
    """
    from acucli.bodymap.placing import views_of
    from acucli.guide.resolving import resolve
    from acucli.render.maps import MapSubject

    library = run.library
    figure = text.removeprefix("figure:").strip()
    if figure in library.figures:
        shown = tuple(code for code, point in library.points.items() if figure in views_of(point))
        return MapSubject("view", library.figures[figure].title, shown, figure)
    found = resolve(text, library)
    kinds: list[Any] = [found, *(resolve(other, library) for other in found.others)]
    order = ("point", "meridian", "routine", "condition")
    for item in sorted((item for item in kinds if item.kind in order), key=lambda item: order.index(item.kind)):
        if item.kind == "point":
            return MapSubject("point", item.id, (item.id,))
        if item.kind == "meridian":
            codes = tuple(code for code, point in library.points.items() if point.meridian == item.id)
            return MapSubject("meridian", f"{library.meridians[item.id].name} ({item.id})", codes)
        if item.kind == "routine":
            return MapSubject("routine", library.routines[item.id].name, _pressed(run, item.id))
        if chosen := _offered(run, item.id):
            return MapSubject("routine", library.conditions[item.id].name, chosen)
    raise NothingFound(f"{text!r} has no picture", hint="try a point, a meridian or a routine: acu map LI4")


def _pressed(run: AppContext, slug: str) -> tuple[str, ...]:
    """Return the points of a routine as this person would press them: what is left out is not drawn."""
    from acucli.guide import Request, prepare

    prepared = prepare(Request(what=slug), run.library, run.profile, today=run.today)
    if prepared.plan is None:
        raise NothingFound(prepared.refusal, hint=prepared.hint)
    for item in prepared.plan.left_out:
        run.output.note(item.message)
    for stand_in in prepared.plan.stand_ins:
        run.output.note(f"{stand_in.code} instead of {stand_in.instead_of} ({stand_in.because})")
    return tuple(dict.fromkeys(step.code for step in prepared.plan.steps if step.code))


def _offered(run: AppContext, slug: str) -> tuple[str, ...]:
    """Return the points of a condition that are offered to this person; what is left out is said, never drawn."""
    from acucli.guide import find

    answer = find(slug, run.library, run.profile, today=run.today)
    chosen = {choice.code for choice in run.library.conditions[slug].points}
    for item in answer.left_out:
        run.output.note(item.message)
    return tuple(point.code for point in answer.points if point.code in chosen and point.pressable)


def _svg(run: AppContext, content: str | None, output: str, text: str) -> int:
    if content is None:
        raise NothingFound(f"{text!r} has no picture", hint=f"acu show {text}  says it in words")
    if not output or output == "-":
        run.output.text(content.rstrip("\n"))
        return 0
    write_output(Path(output), content.encode(), force=run.options.force)
    run.output.note(f"written: {output}")
    return 0
