"""Scenes as Rich text: the styles of each layer, nothing wrapped, what is too wide cut off."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color
from rich.style import Style as RichStyle
from rich.text import Span, Text

from acucli.bodymap.scene import NO_TONE, PAPER, TONES, Scene, Style, StyledRun, Tones

# No background, no white, black or bright: the figure has to read on light and on dark terminals.
STYLES: dict[Style, str] = {
    "skin": "",
    "detail": "dim",
    "bone": "dim",
    "hair": "dim",
    "point": "bold red",
    "twin": "red",
    "neighbour": "cyan",
    "ruler": "cyan",
    "label": "bold",
    "leader": "dim",
    "landmark": "cyan",
}
_LIT, _DARKEST = (232, 213, 198), (78, 62, 55)
_UPON_SKIN: dict[Style, RichStyle] = {
    "point": RichStyle(color=Color.from_rgb(150, 6, 40), bold=True),
    "twin": RichStyle(color=Color.from_rgb(150, 6, 40)),
    "label": RichStyle(color=Color.from_rgb(24, 20, 18), bold=True),
}
_OTHERS_UPON_SKIN = RichStyle(color=Color.from_rgb(9, 62, 76))
"""Signs and words upon the skin of a shaded picture, which is light in every terminal."""


def scene_text(scene: Scene, *, colour: bool = True) -> Text:
    """Return the picture as one Rich text, a line for each line of the scene; without styles when not `colour`.

    `Console.print` forgets `no_wrap` of a text that it is given alone: print it with `no_wrap=True, overflow="crop"`,
    or inside of a table or group.
    """
    parts: list[str] = []
    spans: list[Span] = []
    offset = 0
    for number, line in enumerate(scene.lines):
        if number:
            parts.append("\n")
            offset += 1
        for run in line:
            style = _style_of(run) if colour else ""
            if style:
                spans.append(Span(offset, offset + len(run.text), style))
            parts.append(run.text)
            offset += len(run.text)
    return Text("".join(parts), spans=spans, no_wrap=True, overflow="crop")


def _style_of(run: StyledRun) -> str | RichStyle:
    return STYLES.get(run.style, "") if run.tones == PAPER else _toned(run.style, run.tones)


@lru_cache(maxsize=1024)
def _toned(style: Style, tones: Tones) -> RichStyle:
    """Return the style of a cell of a shaded picture: its half block, or a sign or word upon its tone."""
    upper, lower = tones
    if style == "skin":
        painted = lower if upper == NO_TONE else upper
        beneath = None if NO_TONE in tones else _tone(lower)
        return RichStyle(color=_tone(painted), bgcolor=beneath)
    return _UPON_SKIN.get(style, _OTHERS_UPON_SKIN) + RichStyle(bgcolor=_tone(upper))


def _tone(level: int) -> Color:
    share = level / (TONES - 1)
    red, green, blue = (round(lit + (dark - lit) * share) for lit, dark in zip(_LIT, _DARKEST, strict=True))
    return Color.from_rgb(red, green, blue)
