"""What an SVG picture is shown on: the colours of a light page, of a dark one, and of paper printed without colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Paper = Literal["light", "dark", "print"]
INKS = {
    "paper": "#ffffff",
    "text": "#22201e",
    "point": "#b3123b",
    "other": "#0b7285",
    "mask": "#f6e7db",
    "hairfill": "#ddcfc4",
    "half_shade": "#f0dccd",
    "full_shade": "#e8cfbe",
    "deep_shade": "#dcbfac",
    "skin": "#5b4a42",
    "detail": "#8a756a",
    "bone": "#9d9187",
}
"""The colours in which every picture is written: those of a light page."""
_DARK = {
    "paper": "#15171a",
    "text": "#f4f1ee",
    "point": "#ff9aac",
    "other": "#6fd0de",
    "mask": "#66564d",
    "hairfill": "#3b322d",
    "half_shade": "#5a4b43",
    "full_shade": "#4e4039",
    "deep_shade": "#433630",
    "skin": "#f2e6dc",
    "detail": "#c9b6a8",
    "bone": "#b3a295",
}
_PRINT = {
    "paper": "#ffffff",
    "text": "#000000",
    "point": "#000000",
    "other": "#333333",
    "mask": "#ffffff",
    "hairfill": "#d6d6d6",
    "half_shade": "#f2f2f2",
    "full_shade": "#e4e4e4",
    "deep_shade": "#d2d2d2",
    "skin": "#1a1a1a",
    "detail": "#555555",
    "bone": "#777777",
}
_OTHERS: dict[Paper, Mapping[str, str]] = {
    "dark": {INKS[name]: colour for name, colour in _DARK.items()},
    "print": {INKS[name]: colour for name, colour in _PRINT.items()},
}
_INK = re.compile(r'(?<=(?:fill|roke)=")#[0-9a-f]{6}(?=")')


def on_paper(document: str, paper: Paper) -> str:
    """Return an SVG picture as `svg` writes it, in the colours of another paper."""
    if paper == "light":
        return document
    inks = _OTHERS[paper]
    return _INK.sub(lambda found: inks[found[0]], document)
