"""Numbers: small English number words and what they count."""

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)

NUMBER_WORDS: dict[str, int] = {word: number for number, word in enumerate(_WORDS.split(), start=1)}

TENS: dict[str, int] = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
"""Tens up to the greatest number of a point."""
