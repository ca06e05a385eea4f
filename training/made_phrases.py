"""Phrases that are made, not written: the lines of rules, spelled out.

They teach the second net what the rules already know, in every language that has the words, so that a text which says
nearly so is heard too. They count less than what people might write, and are made the same way each time.
"""

from __future__ import annotations

import re
from binascii import crc32
from collections.abc import Iterator, Sequence

from acucli.library.sign_building import ANY, parse_line
from acucli.library.source import Sources
from acucli.model.lexicon import Lexicon
from acucli.model.safety import RedFlag

_OF_A_LINE = 2
"""Phrases that are made of one line of words; of a line of classes alone one for each language."""
_RANGE = re.compile(r"@?(\d+)\.\.(\d+)$")


def spelled_out(sources: Sources) -> Iterator[str]:
    """Yield phrases that have one form of every part of a line of a sign, for every line of several parts."""
    lexicons: dict[str, Lexicon] = sources.shelf("lexicons")
    for key, line in (item for flag in sources.shelf("red_flags").values() for item in _lines(flag)):
        for language in lexicons if key == ANY else [key.removesuffix("-more")]:
            lexicon = lexicons.get(language) or Lexicon(language=language, name="")
            yield from _of_line(line, lexicon, 1 if key == ANY else _OF_A_LINE)


def _lines(flag: RedFlag) -> Iterator[tuple[str, str]]:
    return ((key, line) for key, lines in flag.words.items() for line in lines)


def _of_line(line: str, lexicon: Lexicon, count: int) -> Iterator[str]:
    parts = parse_line(line)
    forms = [[form for name in part for form in forms_of(name, lexicon)] for part in parts.parts]
    for number in range(count if len(forms) > 1 and all(forms) else 0):
        said = [_choice(each, f"{line} {number} {place}") for place, each in enumerate(forms)]
        in_turn = parts.ordered or crc32(f"{line} {number}".encode()) & 1
        yield (" " if lexicon.spaced else "").join(said if in_turn else reversed(said))


def forms_of(name: str, lexicon: Lexicon) -> list[str]:
    """Return what may stand for a part of a line: a form, all forms of a class ("@sudden"), numbers of a range."""
    between = _RANGE.match(name)
    if between:
        least, most = map(int, between.groups())
        return [str(number) for number in range(least, min(most, 3 * least) + 1)]
    if not name.startswith("@"):
        return [name]
    return [form for each in lexicon.classes.get(name[1:], ()) if ".." not in each for form in forms_of(each, lexicon)]


def _choice(forms: Sequence[str], of: str) -> str:
    return forms[crc32(of.encode()) % len(forms)]
