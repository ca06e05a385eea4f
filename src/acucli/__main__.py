"""The front door of `acu`, and of `python -m acucli`: a stored answer (acucli.instant), else the command line.

It imports `sys` and `os` alone, which every Python has loaded already, and reads of the prepared answers what it
needs. They are a cache of the long way and never a second rule: whatever it is not sure of goes the long way. A Ctrl-C
while something is still loading ends it with 130 and no traceback.
"""

import os
import sys

_FORMATS = ("json", "tsv", "codes")


def entry() -> None:
    """Run `acu` as the installed command does."""
    try:
        status = answer(sys.argv[1:])
        if status is not None:
            os._exit(status)  # nothing waits to be written, and tidying up takes a fifth of a bare Python's time
        status = _long_way()
        if sys.argv[1:2] in (["find"], ["show"]):
            _leave(status)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def _leave(status: int) -> None:
    """End without tidying up, a quarter of a bare Python's time, where nothing is left to be written.

    Only after a lookup, which has started nothing and registered nothing.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            return
    os._exit(status)


def _long_way() -> int:
    """Load the command line, run it, and return its status."""
    from acucli.cli.loading import load_main  # importing acucli loads nothing

    return load_main()()


def answer(arguments: list[str], folder: str = "") -> int | None:
    """Write the stored answer to a command line and return its status, None where the long way has to answer.

    `folder` holds the stored answers, the package's own where none is named.
    A pipe that nobody reads ends it with 0, a disk that is full after a part of the answer with 6.
    """
    try:
        asked = _asked(arguments)
        if asked is None or not _may_answer():
            return None
        from acucli.instant.stored import Stored  # only where it may answer

        found = Stored(folder).answer(*asked)
    except (OSError, ValueError, IndexError):
        return None
    return None if found is None else _write(*found)


def _asked(arguments: list[str]) -> tuple[bytes, str] | None:
    """Return the key and the format of what was asked for; None where there is more to it than a lookup."""
    words: list[str] = []
    chosen = ""
    waiting = iter(arguments)
    for word in waiting:
        name, equals, value = word.partition("=")
        given = "json" if word == "--json" else "" if name != "--format" else value if equals else next(waiting, "")
        if given and not chosen:
            chosen = given
        elif word.startswith("-"):
            return None
        else:
            words.append(word)
    if len(words) < 2 or words[0] not in {"find", "show"} or (words[0] == "show" and len(words) > 2):
        return None
    if not chosen:  # in a pipe `find` gives rows, and sentences where somebody reads by ear
        chosen = "tsv" if words[0] == "find" and not _reads_by_ear() else ""
    if chosen not in _FORMATS:
        return None
    said = " ".join(words[1:]).strip() if words[0] == "find" else words[1]
    return f"{words[0]} {said}".encode(), chosen


def _reads_by_ear() -> bool:
    return "ACCESSIBLE" in os.environ or os.environ.get("TERM") == "dumb"


def _may_answer() -> bool:
    """Tell whether nothing of this person's could change the answer.

    Raises:
        OSError: a folder cannot be looked into; only "no such file" means that nothing is there.
    """
    if sys.platform not in {"linux", "darwin"} or "ANDROID_DATA" in os.environ:
        return False
    if any(name.startswith("ACU_") and name != "ACU_HOME" for name in os.environ):
        return False
    if any(name.startswith("XDG_") and name.endswith("_HOME") for name in os.environ):
        return False
    for stream in (sys.stdout, sys.stderr):
        if (getattr(stream, "encoding", None) or "").lower() not in {"utf-8", "utf8"}:
            return False
    return not os.isatty(1) and _is_free_of_own_files()


def _is_free_of_own_files() -> bool:
    """Tell whether there is no profile, no settings and no pack; their folders are those of `host.paths`."""
    home = os.environ.get("ACU_HOME", "")
    person = home or os.environ.get("HOME", "")
    if not person.startswith("/"):
        return False
    if home:
        config, data = f"{home}/config", f"{home}/data"
    elif sys.platform == "darwin":
        config = data = f"{person}/Library/Application Support/acucli"
    else:
        config, data = f"{person}/.config/acucli", f"{person}/.local/share/acucli"
    return _is_free_of(config, "profile.toml", "config.toml") and _is_free_of(data, "packs")


def _is_free_of(folder: str, *names: str) -> bool:
    """Tell whether none of these is in a folder; one that is itself a link to nowhere raises `OSError`."""
    if _is_missing(folder):
        return True
    os.stat(folder)
    return all(_is_missing(f"{folder}/{name}") for name in names)


def _is_missing(path: str) -> bool:
    try:
        os.lstat(path)
    except FileNotFoundError:
        return True
    return False


def _write(out: bytes, remarks: bytes) -> int | None:
    """Write an answer to the end; nothing of it where standard output takes nothing: the long way says why."""
    _say(remarks)
    rest = memoryview(out)
    try:
        while rest:
            rest = rest[os.write(1, rest) :]
    except BrokenPipeError:
        return 0
    except OSError as error:
        if len(rest) == len(out) and not remarks:
            return None
        _say(f"error: the output cannot be written: {(error.strerror or str(error)).lower()}\n".encode())
        return 6
    return 0


def _say(remarks: bytes) -> None:
    """Write to standard error, which may be closed."""
    try:
        os.write(2, remarks)
    except OSError:
        return


if __name__ == "__main__":
    entry()
