"""Lists as people type them: parted by commas or semicolons, full-width ones too, else by blanks."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[,;\u060c\u3001\uff0c\uff1b]")
_CODE_IN_TWO = re.compile(r"\b([A-Za-z]{2,3})\s+(?=\d)")


def split_list(text: str) -> tuple[str, ...]:
    """Return the parts of a list; a code in two words (`GB 20`) stays one part, and so does a name between commas."""
    parts = _MARKS.split(text) if _MARKS.search(text) else _CODE_IN_TWO.sub(r"\1", text).split()
    return tuple(part.strip() for part in parts if part.strip())
