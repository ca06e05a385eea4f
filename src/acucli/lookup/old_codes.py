"""Old codes: letters and numbers of older books, and the points they mean today."""

from __future__ import annotations

import re

OLD_EXTRAS: dict[int, str] = {1: "EX-HN3", 2: "EX-HN5", 3: "EX-HN4", 7: "EX-HN14"}
"""The numbers of extra points in older English books, as far as a source shows them (naturalyy.com)."""

_OLD = r"(?<![^\W_])(?:old|older|former|formerly|ancien|alt|alte)(?![^\W_])"


def older_bladder_code(number: int) -> str:
    """Return the point that older European books call by this number of the bladder channel, 36 to 54."""
    return f"BL{number + 5 if number <= 49 else number - 14}"


def means_old_books(query: str) -> bool:
    """Tell whether the query says that its numbers are those of older books."""
    return re.search(_OLD, query.casefold()) is not None
