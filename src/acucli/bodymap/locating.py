"""Where a spot of a detail figure lies on the whole body, and the small locator picture that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.bodymap.braille import Mode
from acucli.bodymap.drawing import figure_canvas, outline_dots, put_marks
from acucli.bodymap.framing import fitted, flipped_box, whole
from acucli.bodymap.geometry import Spot, mirrored
from acucli.bodymap.marks import Mark
from acucli.bodymap.scene import Line
from acucli.bodymap.sites import ShownSide, is_flipped, shows_left_half
from acucli.model.figures import Figure

LOCATOR_COLUMNS = 18
LOCATOR_ROWS = 23
_FARTHEST = (-1.2, 1.3)
"""How far beyond its landmarks a limb goes on in its direction: from the knee up to the hip."""


def on_body(figure: Figure, body: Figure, spot: Spot) -> Spot | None:
    """Return where `spot` of a detail figure lies on a whole-body figure, both as they are written.

    The two landmarks of the figure's locator are laid upon those of the body. Arms and legs are so thin there
    that only the way along them counts. None when the body lacks one of the landmarks.
    """
    if body.name == figure.name:
        return spot
    locator = figure.locator
    if locator is None or not {locator.start, locator.end} <= body.landmarks.keys():
        return None
    if locator.spread and locator.view != body.name:
        return None
    start, end = complex(*figure.landmarks[locator.start]), complex(*figure.landmarks[locator.end])
    body_start, body_end = complex(*body.landmarks[locator.start]), complex(*body.landmarks[locator.end])
    share = (complex(*spot) - start) / (end - start)
    if not locator.spread:
        share = complex(min(_FARTHEST[1], max(_FARTHEST[0], share.real)), 0)
    found = body_start + share * (body_end - body_start)
    return (found.real, found.imag)


def as_shown(body: Figure, spot: Spot, side: ShownSide, *, of_limb: bool) -> Spot:
    """Return a spot of the written body as it is seen: mirrored where the side wanted asks for it."""
    if not body.symmetric:
        return mirrored(spot) if is_flipped(body, side) else spot
    if of_limb and shows_left_half(body, side):
        return mirrored(spot)
    return spot


def spots_on_body(code: str, figure: Figure, body: Figure, spots: Sequence[Spot], side: ShownSide) -> tuple[Spot, ...]:
    """Return where a whole-body figure as shown has a point that a detail figure has at `spots`, both as shown."""
    known = body.spots.get(code)
    if known:
        on_left_half = shows_left_half(body, side) if body.symmetric else is_flipped(body, side)
        return tuple(mirrored(spot) if on_left_half else spot for spot in known)
    flipped = is_flipped(figure, side)
    written = [mirrored(spot) if flipped else spot for spot in spots]
    found = [on_body(figure, body, spot) for spot in written]
    return tuple(as_shown(body, spot, side, of_limb=not figure.symmetric) for spot in found if spot is not None)


def locator_lines(
    code: str,
    figure: Figure,
    body: Figure,
    spots: Sequence[Spot],
    side: ShownSide,
    mode: Mode,
    *,
    rows: int = LOCATOR_ROWS,
) -> tuple[Line, ...]:
    """Return the small whole-body picture, 18 columns by at most `rows` rows, with the point marked.

    Where the body itself has no spot for `code`, its `spots` in millimetres of the detail figure as shown are laid on
    it; empty when they cannot be shown there.
    """
    marks = [Mark(spot) for spot in spots_on_body(code, figure, body, spots, side)]
    if not marks:
        return ()
    body_flipped = not body.symmetric and is_flipped(body, side)
    box = flipped_box(whole(body)) if body_flipped else whole(body)
    frame = fitted(box, LOCATOR_COLUMNS, rows)
    dots = outline_dots(body, frame, frozenset({"skin"}), flipped=body_flipped)
    canvas = figure_canvas(body, frame, dots, mode, flipped=body_flipped)
    put_marks(canvas, frame, marks)
    return canvas.lines()
