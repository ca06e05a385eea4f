"""The entry point and the error boundary: every failure becomes one sentence, one hint and a status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from acucli import __version__
from acucli.cli import lookups, options
from acucli.cli.command_names import ALIASES, COMMANDS
from acucli.errors import ISSUES, AcuError, EndedEarly, ExitStatus, HeldBack, MachineRefused, RecordNotFound
from acucli.guide.warnings import names_no_sign, stop_in
from acucli.host.environment import Environment
from acucli.host.files import reason
from acucli.model.answers import ErrorAnswer, Failure, Stop
from acucli.render.context import AppContext
from acucli.render.output import ClosedPipeError, Output, silence_stdout
from acucli.render.output_options import OutputOptions
from acucli.render.renderer import show, show_error

_TAKES_A_FILE = frozenset({"-o", "--output", "--audio"})


def main(arguments: Sequence[str] | None = None, environment: Environment | None = None) -> int:
    """Run `acu` and return its exit status; nothing a user can do makes it show a traceback without `--debug`."""
    here = environment if environment is not None else Environment.real()
    given = readable(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    output = Output(here, OutputOptions())
    run = AppContext(here, output.options, output)
    rest: list[str] = []
    try:
        chosen, rest = options.take(given, here)
        options.refuse_other_dashes(rest, lambda: _options_of(rest[0]))
        output = Output(here, chosen)
        run = AppContext(here, chosen, output)
        status = _run(rest, run)
        output.flush()
    except ClosedPipeError:
        silence_stdout()
        status = 0
    except KeyboardInterrupt:
        status = 130
    except AcuError as error:
        status = _show(error, run, rest)
    except OSError as error:
        if debug:
            raise
        where = f" ({error.filename})" if error.filename else ""
        status = _show(MachineRefused(f"the machine refused: {reason(error)}{where}"), run, rest)
    except Exception as error:
        if debug:
            raise
        output.error(f"internal error: {type(error).__name__}: {error}", _report())
        status = int(ExitStatus.INTERNAL)
    if arguments is None:
        gc.freeze()  # the interpreter then does not walk the library once more on its way out
    return status


def _report() -> str:
    """Return where to report a fault of ours, with what has to be known of this machine."""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"please report this at {ISSUES}: acucli {__version__}, Python {python}, {sys.platform}; add --debug"


def readable(words: Sequence[str]) -> list[str]:
    """Return the arguments, those whose bytes are no UTF-8 with a mark in their place.

    A file may have such a name: where it is there already, and behind an option that names one, it stays as it is.
    """
    return [_readable(word, before) for before, word in zip(("", *words), words, strict=False)]


def _readable(word: str, before: str) -> str:
    try:
        word.encode()
    except UnicodeEncodeError:
        names_a_file = before in _TAKES_A_FILE or word.partition("=")[0] in _TAKES_A_FILE or os.path.lexists(word)
        return word if names_a_file else word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return word


def _run(rest: list[str], run: AppContext) -> int:
    """Return the status of a command line.

    Bare words after `find` and `show` need no parser: they are answered without loading one, which halves the time of a
    lookup (benchmarks/README.md), and so does calm, in which the first breath waits for nothing. Anything with an
    option of its own goes the long way, with the same answer.
    """
    name, words = (rest[0], rest[1:]) if rest else ("", [])
    if name in {"calm", "panic"} and not any(word.startswith("-") for word in words):
        from acucli.cli.sessions.calming import start_calm  # what runs a session, which no lookup needs

        return start_calm(run, words)
    if not rest or name.isdigit():
        from acucli.cli import home  # the journal, which no lookup reads

        return _run([*home.command_of(run, int(name[:4])), *words], run) if name else home.show_home(run)
    if not name.startswith("-") and name not in COMMANDS and name not in ALIASES:
        from acucli.cli import mistakes  # what looks for the word that was meant

        return mistakes.answer_for(rest, run)
    if rest == ["-v"]:
        rest = ["--version"]
    if "".join(words).strip() and not any(word.startswith("-") for word in words):
        if name == "find":
            return lookups.find_points(run, " ".join(words).strip())
        if name == "show":
            return lookups.show_records(run, words)
    from acucli.cli.group import run_command  # the framework, half the time of a lookup

    return run_command(rest, run)


def _options_of(name: str) -> frozenset[str]:
    """Return the options of a command and of its subcommands; only asked for where a word looks like one."""
    from acucli.cli.group import options_of  # the framework, only where a word looks like an option

    return options_of(name)


_HEARS_WORDS = frozenset({"find", "session", "plan", "show", "course", "learn", "map", "calm", "panic", "help"})
"""Commands whose words are somebody's own."""


def _show(error: AcuError, run: AppContext, rest: list[str]) -> int:
    """Say what went wrong and return the status; a warning sign in the words is said first, whatever refused.

    A name of something of ours, such as a session's, is no sentence: only a sign that is named counts in it.
    """
    named = error.name if isinstance(error, RecordNotFound) and _has_letters(error.name) else ""
    stop = _stop_in(named, run)
    are_words = bool(rest) and rest[0] in _HEARS_WORDS and not _is_identifier(named)
    if stop is not None and (are_words or not names_no_sign(stop)):
        return show(stop, run)
    if isinstance(error, EndedEarly):
        run.output.warn(error.sentence)
        return int(error.status)
    if not isinstance(error, (RecordNotFound, HeldBack)) and (stop := _stop_in(_words_of(rest), run)) is not None:
        show(stop, run)
        run.output.error(error.sentence, error.hint)
        return int(ExitStatus.HELD_BACK)
    failure = Failure(status=int(error.status), sentence=error.sentence, hint=error.hint)
    try:
        show_error(ErrorAnswer(error=failure), run)
        run.output.flush()
    except ClosedPipeError:
        silence_stdout()
    except MachineRefused as refused:  # the disk is full: what went wrong is said all the same
        silence_stdout()
        run.output.error(refused.sentence, refused.hint)
    run.output.error(error.sentence, error.hint)
    return int(error.status)


def _is_identifier(name: str) -> bool:
    """Tell whether a name is written as ours are, with hyphens between its words; nobody complains like that."""
    return "-" in name and name.isascii() and name.islower() and name.replace("-", "").isalnum()


def _has_letters(name: str) -> bool:
    """Tell whether a name says anything: a number that was looked for is no sign of danger."""
    return any(character.isalpha() for character in name)


def _words_of(rest: list[str]) -> str:
    """Return what was said on a command line, without its options."""
    if not rest or rest[0] not in _HEARS_WORDS:
        return ""
    own = rest[2:] if rest[0] == "course" else rest[1:]  # after "course" stands what to do with it
    return " ".join(word for word in own if not word.startswith("-")).strip()


def _stop_in(words: str, run: AppContext) -> Stop | None:
    """Return what words raise that lead nowhere: a warning sign is heard by every command."""
    if not words.strip():
        return None
    try:
        return stop_in(words, run.library)
    except (AcuError, OSError):  # neither the library nor its source: its own hint names the emergency number
        return None
