"""The three figures of the whole body: silhouettes for the small picture beside a large one, and for channels."""

from __future__ import annotations

from pathlib import Path

from training.body.drawing import drawn
from training.body.fitting import figure_of
from training.body.places import Placing, Seat, seen_on
from training.body.skin import address, inside
from training.body.views import VIEWS, posed, projected
from training.body.writing import outlines, rounded, shades_of, write

_HIDDEN_MM = 25.0
_LEAST_SHADE_MM2 = 2500.0
"""So small a picture has room for full and deep shade only, in large regions."""
_CROWN_MM = 90.0
"""The crown is seen from neither side: its points are shown at the top of the head."""
_JOINTS = {
    "shoulder": "shoulder",
    "elbow": "elbow",
    "wrist": "hand",
    "tip_middle": "finger-3-4",
    "knee": "knee",
    "ankle": "ankle",
    "toe": "toe-1-3",
}
_FROM_VIEWS = {
    "crown": "head-front",
    "glabella": "head-front",
    "chin": "head-front",
    "notch": "trunk-front",
    "navel": "trunk-front",
    "pubis": "trunk-front",
    "C7": "trunk-back",
    "coccyx": "trunk-back",
}


def write_bodies(placing: Placing, folder: Path) -> None:
    """Write body-front, body-back and body-side, with every point of the library that they see."""
    for view in VIEWS:
        if not view.name.startswith("body-"):
            continue
        picture, old = drawn(view), figure_of(view.name)
        surface = posed(view.pose)
        side = "l" if (old.symmetric and view.name == "body-front") or not old.symmetric else "r"
        landmarks = {}
        for name in old.landmarks:
            if name in _FROM_VIEWS:
                sheet = placing.sheets[_FROM_VIEWS[name]]
                x, y, _ = seen_on(address(sheet.drawn, sheet.landmarks[name]), picture, old)
            else:
                x, y, _ = projected(picture.frame, surface.body.joints[f"{side}-{_JOINTS[name]}"][None])[0]
            landmarks[name] = [rounded(x), rounded(y)]
        spots = {code: found for code in placing.points if (found := _spots(placing.seats(code), picture, old))}
        data: dict[str, object] = {"name": old.name, "title": view.title}
        data |= {"symmetric": True} if old.symmetric else {"side": old.side}
        data |= {"facing": old.facing} if old.facing != "viewer" else {}
        data |= {"landmarks": landmarks, "rulers": {}, "windows": {"all": None}, "spots": spots}
        data["shades"] = [shade for shade in shades_of(picture, _LEAST_SHADE_MM2) if shade[0]]
        data["paths"] = outlines(picture, half=old.symmetric)
        write(data, folder)


def _spots(seats: tuple[Seat, ...], picture, old) -> list[list[float]]:  # type: ignore[no-untyped-def]
    found = []
    for seat in seats:
        x, y, hidden = seen_on(seat.where, picture, old)
        if hidden < (_CROWN_MM if seat.view == "head-top" else _HIDDEN_MM):
            x, y = inside(picture, (x, y))
            found.append([rounded(x), rounded(y)])
    return found if len(found) == len(seats) else []
