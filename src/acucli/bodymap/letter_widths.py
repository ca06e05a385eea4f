"""How wide a text is, measured with the widest of the common sans-serif fonts (DejaVu Sans; Verdana is as wide)."""

from __future__ import annotations

_LETTERS = {
    275: "'",
    278: "ijlìíīǐ",
    295: "IJ",
    318: " ,.·’",
    337: "/:;\\|",
    352: "f",
    361: "-",
    390: "()[]",
    392: "t",
    401: "!",
    411: "r",
    460: '"',
    500: "*_`–",
    521: "s",
    525: "z",
    531: "?",
    550: "c",
    557: "L",
    575: "F",
    579: "k",
    590: "•",
    592: "vxy",
    603: "P",
    611: "TY",
    612: "oòóöōǒ",
    613: "aàáäāǎ",
    615: "eèéēě",
    630: "ß",
    632: "E",
    634: "hnuùúüūǔǖǘǚǜ",
    635: "Sbdgpq",
    636: "$0123456789{}",
    656: "K",
    684: "AV",
    685: "XZ",
    686: "B",
    695: "R",
    698: "C",
    732: "U",
    748: "N",
    752: "H",
    770: "D",
    775: "G",
    780: "&",
    787: "OQ",
    818: "w",
    838: "#+<=>^~←↑→↓",
    863: "M",
    950: "%",
    974: "m",
    989: "W",
    1000: "@",
}
"""Advance widths in thousandths of the letter height, and the letters that have them."""
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_UNKNOWN = 1000


def text_width(text: str, letters: float) -> float:
    """Return the width of a text whose letters are `letters` high; one that is not known is as wide as high."""
    return sum(_WIDTHS.get(letter, _UNKNOWN) for letter in text) * letters / 1000
