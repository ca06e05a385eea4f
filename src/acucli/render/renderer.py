"""Showing: every answer in every format; the one place that knows which formats there are and who can give them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from acucli.errors import UsageError
from acucli.model.answers import Document, ErrorAnswer
from acucli.render.context import AppContext
from acucli.render.formats import AS_JSON, FOR_PEOPLE, WRITERS, Format
from acucli.render.forms import FORMS, Forms
from acucli.render.style import PLAIN_STYLE, Style


def show(answer: Document, run: AppContext, style: Style = PLAIN_STYLE) -> int:
    """Write an answer in the format that was asked for and return its exit status.

    What stops a request is said whatever the format is: no option silences a warning sign.

    Raises:
        UsageError: the answer cannot be given in that format.
    """
    if answer.stop is not None:
        if run.options.format in AS_JSON:
            run.output.json(answer.as_json())
        function_named("urgent:tell_stop")(answer.stop, run)
        return answer.status
    check_format(run, type(answer))
    forms = FORMS[type(answer).__name__]
    chosen = _decided(run, forms, style)
    if chosen in AS_JSON:
        _write(chosen, answer, run, style)
        return answer.status
    if answer.status and forms.nothing:
        function_named(forms.nothing)(answer, run)
        return answer.status
    _remark(forms.before, answer, run, chosen)
    with run.output.paged(wanted=forms.paged and chosen in FOR_PEOPLE):
        _write(chosen, answer, run, style)
    _remark(forms.after, answer, run, chosen)
    return answer.status


def show_error(answer: ErrorAnswer, run: AppContext) -> None:
    """Write why a command failed for a program that reads JSON; people read it on standard error."""
    if run.options.format == "json":
        run.output.json(answer)


def show_each(answers: Iterable[Document], run: AppContext, style: Style = PLAIN_STYLE) -> int:
    """Write several answers, an empty line between those that are for people; return the last status."""
    status = 0
    with run.output.paged(wanted=run.options.for_people):
        for number, answer in enumerate(answers):
            if number and run.options.format in FOR_PEOPLE:
                run.output.text("")
            status = show(answer, run, style)
    return status


def check_format(run: AppContext, *answers: type[Document]) -> None:
    """Refuse a format that none of these answers can be given in; asked before anything is changed.

    Raises:
        UsageError: with the formats there are, as a hint.
    """
    refuse_unless(run, [name for answer in answers for name in formats_of(answer)])


def refuse_unless(run: AppContext, given: Iterable[Format], *, hint: str = "") -> None:
    """Refuse a format that is none of those given.

    Raises:
        UsageError: with the formats there are, as a hint, and what else may help.
    """
    known = list(dict.fromkeys(given))
    if run.options.format not in {"auto", *known}:
        formats = f"formats here: {', '.join(known)}"
        raise UsageError(
            f"this cannot be given as {run.options.format}", hint=f"{formats}; {hint}" if hint else formats
        )


def formats_of(answer: type[Document]) -> list[Format]:
    """Return the formats that a type of answer can be given in."""
    return formats_named(answer.__name__)


def formats_named(answer: str) -> list[Format]:
    """Return the formats of an answer by the name of its type; none where it is written by a command itself."""
    forms = FORMS.get(answer)
    if forms is None:
        return []
    return [name for name, writer in WRITERS.items() if any(getattr(forms, form) for form in writer.forms)]


def function_named(name: str) -> Any:
    """Return a function of this room by `module:name`: the tables of forms and formats import what they use."""
    module, _, function = name.partition(":")
    return getattr(import_module(f"acucli.render.{module}"), function)


def _decided(run: AppContext, forms: Forms, style: Style) -> Format:
    """Return the format: sentences under `ACCESSIBLE` or `--plain`, a table on a terminal, TSV for a list in a pipe.

    Where a picture was asked for by name or width it is drawn everywhere.
    """
    chosen = run.options.format
    if run.options.fields:
        return _with_fields(run, forms)
    if chosen in {"auto", "plain"} and forms.drawn and style.draws:
        return "table"
    if chosen != "auto":
        return chosen
    can = run.output.abilities
    drawn = can.is_terminal or (can.draws and not forms.is_list)
    return "plain" if can.sentences else "table" if drawn else "tsv" if forms.is_list else "plain"


_OF_ROWS: tuple[Format, ...] = ("table", "tsv", "csv", "md")


def _with_fields(run: AppContext, forms: Forms) -> Format:
    """Return the format where fields were asked for: a table on a terminal, TSV in a pipe.

    Raises:
        UsageError: the answer has no rows, or the format none.
    """
    chosen = run.options.format
    if not forms.rows or chosen not in {"auto", *_OF_ROWS}:
        hint = f"formats with fields: {', '.join(_OF_ROWS)}" if forms.rows else "acu help COMMAND  names its formats"
        raise UsageError("--fields is for rows, and here there are none", hint=hint)
    return chosen if chosen != "auto" else "table" if run.output.abilities.is_terminal else "tsv"


def _write(chosen: Format, answer: Document, run: AppContext, style: Style) -> None:
    function_named(WRITERS[chosen].write)(answer, FORMS[type(answer).__name__], run, style)


def _remark(name: str, answer: Document, run: AppContext, chosen: Format) -> None:
    if name:
        function_named(name)(answer, run, chosen)
