"""A plot of a person's own numbers: before and after each session, day by day, as SVG without any judgement."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from acucli.journal.sessions import Session

_WIDE, _HIGH = 720, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 14, 14, 34
_MOST = 10
_INK = "#1d1a18"
_LIGHT = "#b9b0a9"


def plot_of(sessions: Sequence[Session]) -> Markup:
    """Return the numbers before (rings) and after (dots) as one SVG element; empty where nobody gave a number."""
    scored = [item for item in sessions if item.before is not None or item.after is not None]
    if not scored:
        return Markup("")
    first, last = (datetime.date.fromisoformat(item.day).toordinal() for item in (scored[0], scored[-1]))
    parts = [*_grid(), *_days(first, last)]
    for number, item in enumerate(scored):
        x = _x(item.day, first, last) + _aside(number, scored)
        parts += _session(x, item)
    words = f"Numbers before and after, from {scored[0].day} to {scored[-1].day}; 0 is none, 10 the most."
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" role="img" '
        f'font-family="sans-serif" font-size="12"><title>{escape(words)}</title>'
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="#fff"/>{"".join(parts)}</svg>'
    )


def _grid() -> Iterable[str]:
    for score in range(0, _MOST + 1, 2):
        y = _y(score)
        yield f'<path d="M{_LEFT} {y:.1f}H{_WIDE - _RIGHT}" stroke="{_LIGHT}" stroke-width="0.6"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="{_INK}">{score}</text>'


def _days(first: int, last: int) -> Iterable[str]:
    marks = sorted({first, (first + last) // 2, last})
    for number, day in enumerate(marks):
        text = datetime.date.fromordinal(day).isoformat()
        anchor = "start" if number == 0 else "end" if day == last else "middle"
        x = _x(text, first, last)
        yield f'<text x="{x:.1f}" y="{_HIGH - 10}" text-anchor="{anchor}" fill="{_INK}">{text}</text>'


def _session(x: float, item: Session) -> Iterable[str]:
    if item.before is not None and item.after is not None:
        yield f'<path d="M{x:.1f} {_y(item.before):.1f}V{_y(item.after):.1f}" stroke="{_INK}" stroke-width="0.8"/>'
    if item.before is not None:
        yield (
            f'<circle cx="{x:.1f}" cy="{_y(item.before):.1f}" r="4" fill="#fff" stroke="{_INK}" stroke-width="1.5"/>'
        )
    if item.after is not None:
        yield f'<circle cx="{x:.1f}" cy="{_y(item.after):.1f}" r="3.2" fill="{_INK}"/>'


def _aside(number: int, scored: Sequence[Session]) -> float:
    """Return how far beside its day a session stands where a day has several."""
    before = sum(item.day == scored[number].day for item in scored[:number])
    return 7.0 * before


def _x(day: str, first: int, last: int) -> float:
    share = (datetime.date.fromisoformat(day).toordinal() - first) / max(1, last - first)
    return _LEFT + 6 + share * (_WIDE - _LEFT - _RIGHT - 30)


def _y(score: float) -> float:
    return _TOP + (1 - score / _MOST) * (_HIGH - _TOP - _BOTTOM)
