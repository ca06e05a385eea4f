"""Scenes as Rich text: the styles of each layer, nothing wrapped, what is too wide cut off."""

from __future__ import annotations

from rich.text import Span, Text

from acucli.bodymap.scene import Scene, Style

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
            style = STYLES.get(run.style, "") if colour else ""
            if style:
                spans.append(Span(offset, offset + len(run.text), style))
            parts.append(run.text)
            offset += len(run.text)
    return Text("".join(parts), spans=spans, no_wrap=True, overflow="crop")
