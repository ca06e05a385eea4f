"""The keys of a session in one table: what each asks for, and how every list of keys names it."""

from __future__ import annotations

from typing import NamedTuple

from acucli.session.state import Command


class SessionKey(NamedTuple):
    """One key: the names it arrives by, what lists call it, its word in short, and what it does.

    `spoken` is what plain lines say of it, empty where it means nothing there. `command` is what it asks of the
    machine; None where the screen or the loop answers itself. `more` is what only the documentation says.
    """

    names: tuple[str, ...]
    shown: str
    brief: str
    does: str
    spoken: str = ""
    command: Command | None = None
    more: str = ""


_THERE = "my finger is there"
_SLIP = "a second space within half a second is a slip and counts for nothing"
_FOR_GOOD = "on both sides, now and in later sessions, until `acu profile set --unblock CODE`"
_TAKEN_UP = "`acu session --resume` takes it up again within 12 hours"

SESSION_KEYS = (
    SessionKey(("space",), "space", "pause", "pause, and go on", "space pauses and goes on", Command("toggle"), _SLIP),
    SessionKey(("enter",), "Enter", _THERE, f"I am ready; {_THERE}", f"Enter: {_THERE}"),
    SessionKey(("n", "right", "page-down"), "n", "next", "next (also right, page down)", "n next", Command("next")),
    SessionKey(("b", "left", "page-up"), "b", "back", "back (also left, page up)", "b back", Command("back")),
    SessionKey(("+", "="), "+", "more time", "15 seconds more", "plus 15 seconds more", Command("more")),
    SessionKey(("-", "−"), "-", "less time", "15 seconds less", "minus 15 seconds less", Command("less")),
    SessionKey(
        ("r",), "r", "this side again", "this side once more at the end", "r repeats this side at the end",
        Command("repeat"),
    ),
    SessionKey(
        ("x",), "x", "hurts", "it hurts or tingles: let go, leave this place out",
        "x: it hurts or tingles, this place is left out", Command("hurts"), _FOR_GOOD,
    ),
    SessionKey(("i",), "i", "anatomy", "the place in words of anatomy, and back", "i the place in words of anatomy"),
    SessionKey(("w",), "w", "words or picture", "words or picture, and more words"),
    SessionKey(
        ("o",), "o", "breathing", "breath pacer off or on", "o turns the breath pacer off or on", Command("breathing")
    ),
    SessionKey(("m",), "m", "sound", "sound off or on", "m the sound", Command("mute")),
    SessionKey(("h",), "h", "help", "numbers for help", "h numbers for help", more="the session pauses"),
    SessionKey(("f",), "f", "favourite", "keep as a favourite (at the end)", command=Command("favourite")),
    SessionKey(("?",), "?", "keys", "these keys"),
    SessionKey(("q",), "q", "stop", "stop", "q stops", Command("quit"), _TAKEN_UP),
)  # fmt: skip
"""Every key of a session, in the order of the lists."""

_ON_THE_LAST_LINE = ("space", "n", "b", "x", "i", "w", "h", "?", "q")
_LEAVE_FIRST = ("b", "?", "i", "h", "n", "space", "w", "x")
"""The keys that the last line gives up where it is too narrow, the least needed first; `q stop` stays."""
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю"
_BESIDE_THEM = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_SAME_PLACE = dict(zip(_CYRILLIC, _BESIDE_THEM, strict=True)) | {"і": "s", "ї": "]", "є": "'"}
_FULL_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)} | {"\u3000": "space"}


def command_of(name: str) -> Command | None:
    """Return what a key asks of the machine, None for one that asks nothing of it."""
    return _COMMANDS.get(name)


def meant_key(name: str) -> str:
    """Return the key that was meant: a Cyrillic letter by where it lies, a full-width one by what it is."""
    name = _FULL_WIDTH.get(name, name)
    return _SAME_PLACE.get(name.lower(), name.lower())


def key_line(width: int, *, turns_to: str = "", presses: bool = True) -> str:
    """Return the last line of the screen in at most `width` cells: as many keys as fit, `q stop` always among them.

    `turns_to` is what `w` shows next; without it, it is not named. Where nothing is pressed (`presses` false), the keys
    of a place are not either.
    """
    words = {key.shown: key.brief for key in SESSION_KEYS if key.shown in _ON_THE_LAST_LINE}
    words["w"] = turns_to
    gone = [] if turns_to else ["w"]
    gone += [] if presses else ["x", "i"]
    for key in ("", *gone, *_LEAVE_FIRST):
        words.pop(key, None)
        text = "  ".join(f"{key} {word}" for key, word in words.items())
        if len(text) <= width and not any(key in words for key in gone):
            return text
    return "q stop"[:width]


def key_lists() -> tuple[tuple[str, str], ...]:
    """Return each key with what it does, as the screen lists them."""
    return tuple((key.shown, key.does) for key in SESSION_KEYS)


def keys_sentence() -> str:
    """Return the keys as one sentence for plain lines."""
    return f"Keys: {', '.join(key.spoken for key in SESSION_KEYS if key.spoken)}."


def keys_in_short() -> str:
    """Return the keys as the help names them: `space pause, Enter my finger is there, n next`."""
    return ", ".join(f"{key.shown} {key.brief}" for key in SESSION_KEYS)


def keys_table() -> str:
    """Return the keys as the table of docs/session.md, in Markdown."""
    rows = ["| key | does |", "| --- | --- |"]
    for key in SESSION_KEYS:
        shown = f"`{key.shown}`" if len(key.shown) == 1 else key.shown
        rows.append(f"| {shown} | {key.does}{'; ' + key.more if key.more else ''} |")
    return "\n".join(rows)


_COMMANDS = {name: key.command for key in SESSION_KEYS if key.command is not None for name in key.names}
