"""The answer of `acu find` on one screen: session, danger, evidence, then a line for each place."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from acucli.guide.shortlist import LAY_LINE, ListedPlace, ShortList, shortlist_of, signs_first
from acucli.model.answers import FindAnswer, FoundCondition
from acucli.render.context import AppContext
from acucli.render.found_sentences import danger_words, left_out_lines, more_command, said_again, why_command, wish_of
from acucli.render.found_texts import come_first, text_lines
from acucli.render.style import Style
from acucli.runner.glyphs import ascii_text
from acucli.text.cleaning import clean
from acucli.text.scripts import runs_right_to_left
from acucli.text.shorten import joined_within

_NARROW = 60
"""Below so many columns a place is a paragraph."""
_NAMES_FROM = 110
"""From so many columns on the names stand beside the code."""
_REASONS_FROM = 165
"""From so many on the reasons stand at the end."""
_LAY_COLUMNS = LAY_LINE + 1
_RIGHT_COLUMNS = 11
_DANGER_ROWS = 2
_HEAD_ROWS = 5
"""So many rows stand above the first place, an empty one among them where there is room."""
_CODES = {"bold": "1", "dim": "2", "italic": "3"}
"""What a terminal knows the styles by: nothing here needs more of a drawing library."""
_PROMPT_ROWS = 2
"""The command line above the answer and the prompt below it."""


class _Row(NamedTuple):
    """A line of the screen and its style."""

    text: str
    style: str = ""


class _Columns(NamedTuple):
    """How wide each column is, 0 for one that is not shown; without a lay column a place is a paragraph."""

    number: int
    code: int
    names: int
    lay: int
    whole: int

    @property
    def start(self) -> int:
        """Return the columns before the lay line."""
        return self.number + 1 + (self.code + 1 if self.code else 0) + (self.names + 2 if self.names else 0)

    @property
    def width(self) -> int:
        """Return the columns of a place without its reasons."""
        return self.start + self.lay + _RIGHT_COLUMNS if self.lay else self.whole


def draw_found(answer: FindAnswer, run: AppContext, style: Style) -> None:
    """Write the answer as a terminal shows it on one screen, or with `--why` every reason, sign and trial.

    Places that stand beside the session give way where the screen is too low for them.
    """
    if style.whole:
        from acucli.render.found_table import draw_whole  # Rich's tables, a third of the time of this screen

        draw_whole(answer, run)
        return
    can = run.output.abilities
    say = str if can.unicode else ascii_text
    listed = shortlist_of(answer, run.library, run.profile, today=run.today, wish=wish_of(style))
    rows = _rows(answer, listed, run, style)
    room = can.height - _PROMPT_ROWS - run.output.remark_rows
    while not style.limit and len(rows) > room and (shorter := listed.shorter()) is not None:
        listed = shorter
        rows = _rows(answer, listed, run, style)
    if len(rows) > room:
        rows = _rows(answer, listed, run, style, brief=True)
    for row in rows:  # a command that is too long is broken by the terminal alone, so that it can be pasted
        run.output.write(_painted(clean(say(row.text)).rstrip(), _CODES.get(row.style, ""), colour=can.colour) + "\n")


def _painted(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour and code and text else text


def _rows(answer: FindAnswer, listed: ShortList, run: AppContext, style: Style, *, brief: bool = False) -> list[_Row]:
    """Return the whole screen; a `brief` one does without what is only pleasant."""
    columns = _columns(answer, listed, run.output.abilities.width)
    texts = [
        row for text in text_lines(answer) for line in text.split("\n") for row in _wrapped(line, columns.width, "")
    ]
    head = _head(answer, listed, run, columns.width)
    head = [*texts, *head] if come_first(answer) else [*head, *texts]
    return [*head, *_places(answer, listed, columns), *_foot(answer, listed, style, columns.width, brief=brief)]


def _columns(answer: FindAnswer, listed: ShortList, width: int) -> _Columns:
    """Return the columns that fit; a lay line is given no more than it can be long, so that wide screens read well."""
    number = len(str(len(listed.places)))
    if width < _NARROW or not listed.places:
        return _Columns(number, 0, 0, 0, width if width < _NARROW else min(width, _NAMES_FROM))
    code = max(len(place.code) for place in listed.places)
    names = max(cell_len(_names(place)) for place in listed.places) if width >= _NAMES_FROM else 0
    bare = _Columns(number, code, names, 0, width)
    return bare._replace(lay=min(_LAY_COLUMNS, width - bare.start - _RIGHT_COLUMNS))


def _head(answer: FindAnswer, listed: ShortList, run: AppContext, width: int) -> list[_Row]:
    rows: list[_Row] = []
    for number, condition in enumerate(answer.conditions[:4]):
        if number:
            right = listed.others.get(condition.slug, "") if condition.session == "offered" else "no session"
            rows += _ends(f"Also {condition.name}", right, width, "")
            continue
        rows += _ends(_title(condition, answer), _start(condition, listed), width, "bold")
        for line in said_again(answer, run):
            rows += _wrapped(line, width, "bold")
        room = (width - 1) * _DANGER_ROWS - 12
        rows += _wrapped(danger_words(signs_first(answer, run.library, run.profile), room), width, "bold")
        rows += _wrapped(f"Evidence {condition.grade_words}.", width, "dim")
        if condition.session != "offered":
            rows += _wrapped(f"No session: {condition.session_reason}", width, "")
            rows += _wrapped(f"What to do: {condition.way_out}", width, "")
        elif listed.refused:
            rows += _wrapped(f"No session: {listed.refused}", width, "")
    if listed.for_you:
        rows += _wrapped(f"For you at every point: {'; '.join(listed.for_you)}.", width, "italic")
    if rows and listed.places and len(rows) < _HEAD_ROWS:
        rows.append(_Row(""))
    return rows


def _title(condition: FoundCondition, answer: FindAnswer) -> str:
    """Return the name, and by which of several words it was found where it was not said itself."""
    if condition.how in {"name", "synonym"} or condition.matched == answer.query:
        return condition.name
    return f"{condition.name} ({condition.matched})"


def _start(condition: FoundCondition, listed: ShortList) -> str:
    if condition.session != "offered":
        return "no session"
    if not (listed.start and listed.minutes):
        return listed.start
    if runs_right_to_left(listed.start):  # a number right behind such words would be drawn among them
        return f"{listed.minutes} min   {listed.start}"
    return f"{listed.start}   {listed.minutes} min"


def _ends(left: str, right: str, width: int, style: str) -> list[_Row]:
    """Return two texts at both ends of a line, on two lines where they do not fit."""
    if len(left) + len(right) + 3 <= width:
        return [_Row(left + right.rjust(width - len(left)), style)]
    return [*_wrapped(left, width, style), *_wrapped(right, width, style)]


def _wrapped(text: str, width: int, style: str, *, first: str = "", rest: str = "") -> list[_Row]:
    lines = textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return [_Row(line, style) for line in lines]


def _places(answer: FindAnswer, listed: ShortList, columns: _Columns) -> Iterator[_Row]:
    for number, place in enumerate(listed.places, start=1):
        head = f"{number:>{columns.number}} "
        if columns.lay:
            yield from _line(place, head, columns, named=bool(answer.conditions))
        else:
            yield from _paragraph(place, head, columns.whole)


def _line(place: ListedPlace, head: str, columns: _Columns, *, named: bool) -> Iterator[_Row]:
    """Yield a place as one line, and what somebody minds there below it.

    Where points were asked for by name and there is no column for it, the name stands on the first line.
    """
    start = head + (place.code.ljust(columns.code) + " " if columns.code else "")
    start += set_cell_size(_names(place), columns.names) + "  " if columns.names else ""
    lay = place.lay if place.code or columns.names else f"{place.name}: {place.lay}"
    lines = textwrap.wrap(lay, columns.lay, break_on_hyphens=False)
    if not (named or columns.names):
        lines = [f"{_names(place)}  {place.hanzi}", *lines]
    why = f"   {place.why}" if columns.whole >= _REASONS_FROM and place.why else ""
    yield _Row(start + set_cell_size(lines[0], columns.lay) + _right(place) + why)
    indent = " " * columns.start
    yield from (_Row(indent + line) for line in lines[1:])
    yield from _minded(place, indent, columns.width)


def _paragraph(place: ListedPlace, head: str, width: int) -> Iterator[_Row]:
    """Yield a place as a paragraph, for terminals too narrow for columns."""
    indent = " " * len(head)
    yield _Row(f"{head}{place.code or place.name}".ljust(width - len(_right(place))) + _right(place))
    yield from _wrapped(place.lay, width, "", first=indent, rest=indent)
    yield from _minded(place, indent, width)


def _minded(place: ListedPlace, indent: str, width: int) -> Iterator[_Row]:
    own = [f"instead of {place.stands_for}"] if place.stands_for else []
    own += [place.refusal] if place.refusal else []
    own += [f"for you: {joined_within(place.for_you, width - len(indent) - 9)}"] if place.for_you else []
    if own:
        yield from _wrapped("; ".join(own), width, "italic", first=indent, rest=indent)
    if place.not_if:
        others = "not if: " + joined_within(place.not_if, width - len(indent) - 8)
        yield from _wrapped(others, width, "italic", first=indent, rest=indent)


def _names(place: ListedPlace) -> str:
    return f"{place.name}, {place.english}" if place.english else place.name


def _right(place: ListedPlace) -> str:
    seconds = f"{place.seconds} s" if place.seconds else "-"
    return f" {place.sides:<5}{seconds:>5}"


def _foot(answer: FindAnswer, listed: ShortList, style: Style, width: int, *, brief: bool) -> Iterator[_Row]:
    for line in left_out_lines(answer):
        yield from _wrapped(line, width, "")
    ways = [f"with places, once it passes: {listed.later}"] if listed.later else []
    ways += [f"{listed.more} more: {more_command(answer, listed, style)}"] if listed.more else []
    if answer.conditions:
        count = len(answer.watch_for)
        signs = f", all {count} signs" if count > 1 else ""
        ways.append(f"why, trials{signs}: {why_command(answer, style)}")
    first = next((place.code for place in listed.places if place.code), "")
    if first and not brief:
        ways.append(f"picture: acu show {first}")
    if ways and not brief:
        yield _Row("")
    yield from (_Row(line, "dim") for line in _in_rows(ways, width))


def _in_rows(parts: Sequence[str], width: int) -> Iterator[str]:
    """Yield the parts, as many on a line as fit; what is too long stands on two, its command whole on the second."""
    line = ""
    for part in parts:
        if line and len(line) + 3 + len(part) > width:
            yield line
            line = ""
        line = f"{line}   {part}" if line else part
        if len(line) > width:
            label, _, command = line.partition(": ")
            yield f"{label}:"
            line = f"  {command}"
    if line:
        yield line
