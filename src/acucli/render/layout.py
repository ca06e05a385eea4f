"""The layout of cards: labelled lines, wrapped with a hanging indent."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from acucli.render.context import AppContext

Line = tuple[str, str]
"""A label and what stands beside it; an empty label goes on, an empty text parts paragraphs, HEAD is a heading."""

HEAD = "#"


def wrapped(run: AppContext, text: str, *, first: str = "", rest: str = "") -> str:
    """Return running text broken between words within the terminal, at most 100 columns, behind these indents."""
    width = run.output.text_width
    lines = textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False)
    return "\n".join(lines)


def laid_out(lines: list[Line], width: int, *, hanging: bool = True) -> list[str]:
    """Return labelled lines wrapped to a width; narrow terminals get no indent, nor does what is not `hanging`."""
    longest = max((len(label) for label, _ in lines), default=0)
    indent = longest + 2 if width >= 60 and hanging else 0
    made: list[str] = []
    for label, text in lines:
        if not text or label == HEAD:
            made += textwrap.wrap(text, width) if text else [""]
            continue
        head = f"{label}:".ljust(indent) if label and indent else f"{label}: " if label else " " * indent
        wrapped = textwrap.wrap(
            text, width, initial_indent=head, subsequent_indent=" " * indent, break_long_words=False
        )
        made += wrapped or [head.rstrip()]
    return made


def labelled(*pairs: Line) -> Iterator[Line]:
    """Yield the pairs that have a text."""
    yield from ((label, text) for label, text in pairs if text)
