"""Codes: the forms under which letters and ear zones are compared."""

import re

_LETTERS = re.compile(r"^([a-z]+)\W*")
_MARKS = re.compile(r"\W+")


def zone_key(zone: str) -> str:
    """Return an ear zone as it is compared: "HX6,7i", "hx 6/7i" and "Hx6.7i" are one."""
    return _MARKS.sub(",", _LETTERS.sub(r"\1", zone.casefold().strip()))
