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
_MARK = Color.from_rgb(150, 6, 40)
_MARKS: dict[Style, RichStyle] = {"point": RichStyle(color=_MARK, bold=True), "twin": RichStyle(color=_MARK)}
"""Marks upon the skin of a shaded picture; they stand on lit skin, whatever shade lies around them."""
_ON_LIGHT = {
    True: RichStyle(color=Color.from_rgb(24, 20, 18), bold=True),
    False: RichStyle(color=Color.from_rgb(9, 62, 76)),
}
_ON_DARK = {
    True: RichStyle(color=Color.from_rgb(255, 250, 246), bold=True),
    False: RichStyle(color=Color.from_rgb(186, 236, 244)),
}
"""Words upon the skin: labels (true) and all others."""
_DARK_FROM = 14


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
    if style in _MARKS:
        return _MARKS[style] + RichStyle(bgcolor=_tone(0))
    words = _ON_DARK if upper >= _DARK_FROM else _ON_LIGHT
    return words[style == "label"] + RichStyle(bgcolor=_tone(upper))


def _tone(level: int) -> Color:
    share = level / (TONES - 1)
    red, green, blue = (round(lit + (dark - lit) * share) for lit, dark in zip(_LIT, _DARKEST, strict=True))
    return Color.from_rgb(red, green, blue)
