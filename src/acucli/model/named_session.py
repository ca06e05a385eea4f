"""A favourite: a session somebody wants to find again, by a name."""

from acucli.model.record import Value


class Favourite(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One favourite: its name, and what stands after `acu session` to start it."""

    name: str
    """What it is called; small and capital letters are the same. Example: evening"""
    arguments: tuple[str, ...]
    """The words and options of the session. Example: [headache, --gentle]"""
    kept: str = ""
    """The day it was kept, ISO 8601.

    Example: "2026-11-20"
    """
