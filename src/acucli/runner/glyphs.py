"""The characters that bars, digits and marks are drawn with: one table of blocks, one of ASCII."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import msgspec

_DIGIT_ROWS = {
    "0": ("#####", "#   #", "#   #", "#   #", "#####"),
    "1": ("  #  ", " ##  ", "  #  ", "  #  ", " ### "),
    "2": ("#####", "    #", "#####", "#    ", "#####"),
    "3": ("#####", "    #", " ####", "    #", "#####"),
    "4": ("#   #", "#   #", "#####", "    #", "    #"),
    "5": ("#####", "#    ", "#####", "    #", "#####"),
    "6": ("#####", "#    ", "#####", "#   #", "#####"),
    "7": ("#####", "    #", "   # ", "  #  ", "  #  "),
    "8": ("#####", "#   #", "#####", "#   #", "#####"),
    "9": ("#####", "#   #", "#####", "    #", "#####"),
    ":": ("   ", " # ", "   ", " # ", "   "),
    " ": ("     ", "     ", "     ", "     ", "     "),
}
_BIG_BLOCKS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ":": ("▄", "▄", " "),
    "s": ("  ", "  ", " s"),
}
_BIG_LINES = {
    "0": (" _ ", "| |", "|_|"),
    "1": ("   ", "  |", "  |"),
    "2": (" _ ", " _|", "|_ "),
    "3": (" _ ", " _|", " _|"),
    "4": ("   ", "|_|", "  |"),
    "5": (" _ ", "|_ ", " _|"),
    "6": (" _ ", "|_ ", "|_|"),
    "7": (" _ ", "  |", "  |"),
    "8": (" _ ", "|_|", "|_|"),
    "9": (" _ ", "|_|", " _|"),
    ":": (" ", ".", "."),
    "s": ("  ", "  ", " s"),
}
_PLAIN_SIGNS = {"–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "·": "-", "×": "x"}
_LATIN = 0x250


class Glyphs(msgspec.Struct, frozen=True):
    """One set: `eighths` are the partial cells of a bar from one eighth to seven, empty where there are none."""

    name: str
    full: str
    empty: str
    eighths: tuple[str, ...]
    dot: str
    ellipsis: str
    solid: str

    def bar(self, share: float, width: int) -> str:
        """Return a bar of exactly `width` cells, `share` (0 to 1) of it filled."""
        share = min(1.0, max(0.0, share))
        steps = len(self.eighths) + 1
        filled, part = divmod(round(share * width * steps), steps)
        partial = self.eighths[part - 1] if part else ""
        return self.full * filled + partial + self.empty * (width - filled - len(partial))

    def huge(self, text: str) -> list[str]:
        """Return digits and colons five rows high; other characters are left out."""
        known = [_DIGIT_ROWS[character] for character in text if character in _DIGIT_ROWS]
        return ["  ".join(rows[row] for rows in known).replace("#", self.solid) for row in range(5)]

    def big(self, text: str) -> list[str]:
        """Return a time three rows high: digits, colons and the `s` of seconds; other characters are left out."""
        signs = _BIG_BLOCKS if self.name == "unicode" else _BIG_LINES
        known = [signs[character] for character in text if character in signs]
        return [" ".join(rows[row] for rows in known) for row in range(3)]

    def say(self, text: str) -> str:
        """Return the text in characters that this set may show."""
        return text if self.name == "unicode" else ascii_text(text)


UNICODE = Glyphs("unicode", "█", "░", ("▏", "▎", "▍", "▌", "▋", "▊", "▉"), "·", "…", "█")
ASCII = Glyphs("ascii", "#", ".", (), "-", "...", "#")


def glyphs_for(encoding: str | None, variables: Mapping[str, str]) -> Glyphs:
    """Return the set that the stream's encoding can carry; `ACU_ASCII` and the Linux console ask for ASCII."""
    wanted = variables.get("ACU_ASCII", "").lower() not in {"", "0", "no", "off", "false"}
    carries = (encoding or "ascii").lower().replace("-", "").replace("_", "").startswith("utf")
    return UNICODE if carries and not wanted and variables.get("TERM") != "linux" else ASCII


def ascii_text(text: str) -> str:
    """Return the text in ASCII: accents dropped, signs replaced, characters of other scripts left out."""
    signs = "".join(_PLAIN_SIGNS.get(character, character) for character in text)
    decomposed = unicodedata.normalize("NFKD", signs)
    latin = "".join(character for character in decomposed if ord(character) < _LATIN)
    return latin.encode("ascii", "ignore").decode("ascii")
