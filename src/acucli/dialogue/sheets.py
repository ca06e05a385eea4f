"""A sheet: one question on one screen, laid out in pages that fit the terminal and can be read at a glance."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

MOST_WORDS = 100
"""On one page; more is not read."""
_WIDEST = 78
_MARGIN_FROM = 60
_LEAD = 3
_WORD = re.compile(r"[\w'’/-]*[^\W\d_][\w'’/-]*")

Style = Literal["", "bold", "dim"]


class Row(NamedTuple):
    """One line of a sheet: a number or mark before it, the text, and what stands at the right edge."""

    text: str
    lead: str = ""
    aside: str = ""
    style: Style = ""


class Key(NamedTuple):
    """A key, and what it says or does."""

    key: str
    says: str


class Sheet(NamedTuple):
    """A question: what stands there, the keys that answer it, and those that are always at hand (`foot`).

    `nudge` is what somebody reads who presses Enter where that answers nothing; `most_words` are those of one page.
    """

    title: str
    rows: tuple[Row, ...]
    keys: tuple[Key, ...]
    aside: str = ""
    foot: tuple[Key, ...] = ()
    nudge: str = ""
    most_words: int = MOST_WORDS


class SheetLine(NamedTuple):
    """One line as it is drawn."""

    text: str
    style: Style = ""


class Page(NamedTuple):
    """What is on the screen at once; only the `last` page takes an answer."""

    lines: tuple[SheetLine, ...]
    last: bool


BLANK = Row("")


def pages(sheet: Sheet, width: int, height: int, *, mark: str = "·") -> tuple[Page, ...]:
    """Return the sheet in pages of at most `height` lines, `width` columns and a hundred words.

    A row is parted only where it alone is higher than the screen.
    """
    inner = min(_WIDEST, width - 2 if width >= _MARGIN_FROM else width)
    margin = " " if width >= _MARGIN_FROM else ""
    head = _ends(sheet.title, sheet.aside, inner)
    answers = [line for key in sheet.keys for line in _row(Row(key.says, key.key, style="bold"), inner, mark)]
    foot = _foot(sheet.foot, inner)
    if len(head) + len(answers) + len(foot) > height - 3:
        head = []
    room = max(1, height - 1 - len(head) - len(answers) - len(foot))
    budget = sheet.most_words - sum(words(line.text) for line in (*head, *answers, *foot))
    parts = list(_parted([_row(row, inner, mark) for row in sheet.rows], room, max(1, budget)))
    made = []
    for number, part in enumerate(parts, start=1):
        last = number == len(parts)
        more = [SheetLine(f"space  more ({number} of {len(parts)})", "bold")]
        blocks = (head, part, answers if last else more, foot)
        lines = _spaced(blocks, height - 1)
        made.append(Page(tuple(SheetLine(f"{margin}{line.text}".rstrip(), line.style) for line in lines), last))
    return tuple(made)


def words(text: str) -> int:
    """Return how many words there are to be read; a number, a bullet and a key by its number are none."""
    return len(_WORD.findall(text))


def all_words(sheet: Sheet) -> int:
    """Return how many words of a sheet there are to be read."""
    rows = (text for row in sheet.rows for text in (row.text, row.aside))
    keys = (text for key in (*sheet.keys, *sheet.foot) for text in key)
    return sum(map(words, (sheet.title, sheet.aside, *rows, *keys)))


def plain_lines(sheet: Sheet, width: int, mark: str = "-") -> Iterator[str]:
    """Yield the sheet as lines for somebody who has them read out: nothing at the right edge, no empty line."""
    title = sheet.title if sheet.title.endswith(("?", ".")) else f"{sheet.title}."
    yield f"{title} {sheet.aside}".strip()
    for row in sheet.rows:
        text = f"{row.text}: {row.aside}" if row.aside and row.text else row.text or row.aside
        lead = f"{row.lead or ''}".replace("·", mark)
        if text:
            yield from textwrap.wrap(f"{lead} {text}".strip(), max(20, width), break_long_words=False)


def _row(row: Row, inner: int, mark: str) -> list[SheetLine]:
    """Return a row in lines: the text hangs behind its lead, the aside stands right where there is room for both."""
    if not row.text and not row.aside:
        return [SheetLine("")]
    lead = row.lead.replace("·", mark)
    first = f"{lead}  ".ljust(_LEAD) if lead else ""
    hang = " " * len(first)
    room = inner - len(first)
    beside = room - len(row.aside) - 2 if row.aside else room
    if row.aside and beside < room // 2:
        text, beside, aside = f"{row.text} {row.aside}", room, ""
    else:
        text, aside = row.text, row.aside
    parts = textwrap.wrap(text, max(1, beside), break_long_words=False) or [""]
    lines = [f"{first if at == 0 else hang}{part}" for at, part in enumerate(parts)]
    if aside:
        lines[0] = f"{lines[0].ljust(inner - len(aside))}{aside}"
    return [SheetLine(line, row.style) for line in lines]


def _ends(left: str, right: str, inner: int) -> list[SheetLine]:
    if not left:
        return []
    if right and len(left) + len(right) + 2 <= inner:
        return [SheetLine(f"{left.ljust(inner - len(right))}{right}", "bold")]
    wrapped = [line for text in (left, right) if text for line in textwrap.wrap(text, inner)]
    return [SheetLine(line, "bold") for line in wrapped]


def _foot(keys: Sequence[Key], inner: int) -> list[SheetLine]:
    """Return the keys that are always at hand; the last of them, which leaves, is never on a line that is cut."""
    texts = [f"{key.key} {key.says}".replace(" ", "\u00a0") for key in keys]
    return [SheetLine(line.replace("\u00a0", " "), "dim") for line in textwrap.wrap("   ".join(texts), inner)]


def _parted(rows: Sequence[list[SheetLine]], room: int, budget: int) -> Iterator[list[SheetLine]]:
    """Yield the rows in parts that fit; an empty row at the edge of a part is left out."""
    part: list[SheetLine] = []
    said = 0
    pieces = (lines[at : at + room] for lines in rows for at in range(0, len(lines), room))
    for lines in pieces:
        own = sum(words(line.text) for line in lines)
        if part and (len(part) + len(lines) > room or said + own > budget):
            yield _trimmed(part)
            part, said = [], 0
        part += lines
        said += own
    yield _trimmed(part)


def _trimmed(lines: list[SheetLine]) -> list[SheetLine]:
    start, end = 0, len(lines)
    while start < end and not lines[start].text:
        start += 1
    while end > start and not lines[end - 1].text:
        end -= 1
    return lines[start:end]


def _spaced(blocks: Sequence[Sequence[SheetLine]], height: int) -> list[SheetLine]:
    """Return the blocks one under the other, an empty line between them where the screen is high enough."""
    kept = [list(block) for block in blocks if block]
    spare = height - sum(len(block) for block in kept)
    made: list[SheetLine] = []
    for number, block in enumerate(kept):
        if number and spare > 0:
            made.append(SheetLine(""))
            spare -= 1
        made += block
    return made[:height]
