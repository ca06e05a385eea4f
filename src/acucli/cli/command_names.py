"""The names of the commands, known without the framework that runs them."""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    "calm": "a minute of breath, at once",
    "again": "your last session once more",
    "find": "points for a symptom, in anybody's words",
    "show": "the card of a point, condition, routine, ...",
    "list": "every record of a kind",
    "session": "a guided, timed session",
    "favourite": "sessions kept under a name",
    "plan": "a few questions, then a session made for you",
    "handout": "one page to print, to send, to run on a phone",
    "map": "the picture of a point, meridian or routine",
    "learn": "articles to read",
    "profile": "what applies to you; obeyed by every command",
    "journal": "what you did, and how it felt",
    "course": "a plan over weeks",
    "pack": "your own points and corrections",
    "helplines": "emergency and crisis numbers",
    "doctor": "what works here",
    "config": "settings",
    "schema": "JSON Schemas of what is printed",
    "completion": "completion for your shell",
    "help": "the help of a command",
}

ALIASES = {"panic": "calm", "favorite": "favourite", "fav": "favourite"}
"""Other words for a command, which nobody should have to know."""

LOOKUPS = frozenset({"find", "show", "list", "map", "learn", "helplines", "doctor", "help"})
"""Commands that do nothing but answer: a slip in their name may be read as what was meant, and said."""
