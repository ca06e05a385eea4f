"""A fuzz of every reader and of whole command lines: `python -m tests.fuzz --seconds 60 --seed 1`.

Good files are damaged by chance, always by the same chance for a seed. Whatever comes of it: no exception but our own,
no status 70, nothing that hangs, and no more memory than the limit. A command runs in a process of its own, as in life:
what it opened is gone with it. The case that fails is printed with its seed and number, so that `--seed S --only N`
does it again.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import gc
import io
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

from acucli.cli.app import main
from acucli.errors import AcuError
from acucli.host.abilities import abilities
from acucli.host.environment import Clock, Environment
from acucli.host.paths import Paths
from acucli.host.settings import load
from acucli.journal.course_schedule import standing
from acucli.journal.course_store import load_courses
from acucli.journal.export import to_csv, to_json, to_markdown
from acucli.journal.importing import import_json
from acucli.journal.journal_lines import compacted, plan_in, read_line, whole_event
from acucli.journal.sessions import last_unfinished, sessions_of
from acucli.journal.stats import statistics
from acucli.journal.store import Journal
from acucli.library.compiled import Contents, compiled, from_bytes, sealed
from acucli.library.loader import open_library
from acucli.library.reader import read_bytes
from acucli.library.source import read_single_file
from acucli.lookup import interpret
from acucli.model.library import Library
from acucli.profile.file import load_profile, save_profile
from acucli.profile.handwriting import understood
from acucli.profile.profile_answers import parse_answers

SAMPLES = Path(__file__).parent / "samples"
OLD = SAMPLES / "written_by_0_1"
MOST_WORKED_SECONDS = 2.0
"""Seconds of work that a case may take; with a pack that was changed the library is made anew once beside it."""
MOST_WAITED_SECONDS = 30.0
"""Seconds that may pass on a busy machine: what waits longer waits for ever."""
MOST_MEGABYTES = 200
MOST_ADDRESSED_MEGABYTES = 400
"""What may be asked of the system: a bound for what would take all the memory of the machine before it is measured."""
READERS_A_COMMAND = 3
"""How often every reader has its turn between two command lines: 200,000 cases hold 5,400 of these."""
WITH_PACK = 0.02
"""The share of commands that find a new pack: each makes the library anew, which is a hundred times the rest."""
TODAY = "2026-11-30"
NOW = 1_796_032_800.0

_PIECES: tuple[bytes, ...] = (
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n", b"\t", b"'", b'"', b"[" * 3000, b"{" * 3000, b"]", b"}",
    b"1e308", b"1e999", b"-1e308", b"9" * 5000, b"0x" + b"f" * 5000, b"nan", b"inf", b"-1", b"0", b"true", b"null",
    b"9999-12-31T23:59:59Z", b"0001-01-01T00:00:00Z", b"9999-12-31", "²".encode(), "٣".encode(), "😀".encode(),
    b"\x1b]52;c;Zm9v\x07", "\u202e".encode(), b"\xed\xa0\x80", b"&a ", b"*a", b"!!python/object ", b"<<: ", b"---\n",
    b'"sid":[1]', b'"v":2', b'"v":1e3', b"LI4", b"pregnant", b"../../etc", b"~", b"$(x)", b"%s", b"x" * 70_000,
)  # fmt: skip
_WORDS: tuple[str, ...] = (
    "find", "show", "list", "session", "plan", "map", "learn", "profile", "journal", "course", "pack", "helplines",
    "doctor",
    "config", "schema", "completion", "set", "clear", "stats", "helped", "note", "undo", "export", "delete", "compact",
    "check", "add", "remove", "new", "next", "drop", "last", "headache", "stress", "LI4", "PC6,ST36", "points", "event",
    "hold", "90", "-1", "²", "9" * 400, "1e999", "nan", "", " ", "--", "-", "—dry-run", "--json", "--format", "csv",
    "tsv", "codes", "--fields", "code,where", "-0", "--plain", "--no-input", "--yes", "--dry-run", "--speed",
    "900", "--hold",
    "--time", "5m", "--rounds", "--side", "left", "--points", "--now", "--resume", "--limit", "0", "--since",
    "20261101",
    "--rhythm", "200x999d", "--at", "7pm", "--as", "md", "--svg", "--width", "40", "--view", "hand-back", "--pregnant",
    "--skin-broken=hand:left", "--block", "LI4", "--open", "bash", "\x1b[31m", "\u202e", "é" * 3000, "合谷",
    "i want to die",
    "chest pain", "estoy embarazada", "../../x", "/dev/null", "/dev/zero", "/nowhere/x", "a\x00b", "caf\udce9",
)  # fmt: skip
_HEADS = (
    "find",
    "show",
    "list",
    "session",
    "plan",
    "map",
    "profile",
    "journal",
    "course",
    "pack",
    "config",
    "helplines",
)
_VARIABLES = (
    "COLUMNS",
    "LINES",
    "ACU_HOLD",
    "ACU_CUES",
    "ACU_FORMAT",
    "ACU_HUGE",
    "LANG",
    "TERM",
    "NO_COLOR",
    "ACU_FIGURE",
)


class Target(NamedTuple):
    """A reader: its name, the good contents it is fed from, and what is done with a damaged one."""

    name: str
    samples: tuple[bytes, ...]
    run: Callable[[bytes, random.Random], None]


def damaged(sample: bytes, random_: random.Random) -> bytes:
    """Return a sample with one to four places damaged: pieces put in, taken out, doubled, bits turned, the end cut."""
    content = bytearray(sample)
    for _ in range(random_.randint(1, 4)):
        at = random_.randint(0, len(content))
        match random_.randrange(6):
            case 0:
                content[at:at] = random_.choice(_PIECES)
            case 1:
                end = min(len(content), at + random_.randint(1, 40))
                content[at:end] = random_.choice(_PIECES)
            case 2:
                del content[at : at + random_.randint(1, 200)]
            case 3 if content:
                content[at % len(content)] ^= 1 << random_.randrange(8)
            case 4:
                end = min(len(content), at + random_.randint(1, 500))
                content[at:at] = content[at:end]
            case _:
                del content[at:]
    return bytes(content)


def targets(home: Path) -> tuple[Target, ...]:
    """Return every reader, working in this home, and the command lines as the last."""
    here = _environment(home)
    library = open_library(here)
    journal, profile = (OLD / "journal.jsonl").read_bytes(), (OLD / "profile.toml").read_bytes()
    lines = tuple(journal.split(b"\n")[:-1])
    export = to_json(sessions_of(_journal(here, journal).each_line(), rehearsals=True), iter(lines))
    packs = tuple(path.read_bytes() for path in sorted((SAMPLES / "broken").glob("*.yaml"))[::4])
    texts = (b"my neck is stiff and i take blood thinners", "Ich möchte sterben".encode(), b"LI4 pc-6", "头痛".encode())
    small = compiled("v", "f", (), Contents({"points": {}}, {}, {}))
    return (
        Target("yaml", packs, lambda content, _: _ignore(read_bytes(content, "x.yaml"))),
        Target("pack", packs, lambda content, _: _ignore(read_single_file(_put(home / "p.yaml", content)))),
        Target("compiled", (small,), lambda content, _: _compiled(content)),
        Target("line", lines, lambda content, _: _line(content)),
        Target("journal", (journal,), lambda content, _: _read_journal(here, content)),
        Target("import", (export,), lambda content, _: _import(here, content)),
        Target("profile", (profile,), lambda content, _: _profile(here, content, library)),
        Target("settings", (OLD.joinpath("config.toml").read_bytes(),), lambda content, _: _settings(here, content)),
        Target("courses", (OLD.joinpath("courses.json").read_bytes(),), lambda content, _: _courses(here, content)),
        Target("answers", (b"1 2 skin-broken:hand:left",), lambda content, _: _answers(content, library)),
        Target("query", texts, lambda content, _: _query(content, library)),
        Target("width", (b"80", b"200"), lambda content, _: _width(content)),
        Target("command", (journal,), lambda content, random_: _apart(lambda: _command(home, content, random_))),
    )


def run(seed: int, *, seconds: float = 0.0, count: int = 0, only: int = -1) -> list[str]:
    """Run for so long, or so many cases, or one of them; return what failed, each with how to do it again."""
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with_library = _work_of_the_library(home)
        *readers, command = targets(home)
        turns = (*readers * READERS_A_COMMAND, command)
        gc.freeze()  # what is there already is shared with the processes of the commands, not copied
        deadline = time.monotonic() + seconds
        numbers: Iterator[int] = iter((only,)) if only >= 0 else iter(range(count or sys.maxsize))
        for number in numbers:
            if seconds and time.monotonic() > deadline:
                break
            random_ = random.Random(f"{seed}.{number}")
            target = turns[number % len(turns)]
            content = damaged(random_.choice(target.samples), random_)
            failure = _tried(target, content, random_, MOST_WORKED_SECONDS + with_library * (target.name == "command"))
            if failure:
                failures.append(f"--seed {seed} --only {number} ({target.name}): {failure}")
    return failures


def _work_of_the_library(home: Path) -> float:
    """Return the seconds of work that making the library from its YAML takes here; it is kept in this home."""
    begun = _worked()
    _apart(lambda: _ignore(open_library(_environment(home))))
    return _worked() - begun


def _worked() -> float:
    """Return the seconds of work of this process and of those it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _tried(target: Target, content: bytes, random_: random.Random, most_worked: float) -> str:
    faulthandler.dump_traceback_later(4 * MOST_WAITED_SECONDS, exit=True)  # the watch of the case before is taken off
    begun, worked = time.monotonic(), _worked()
    try:
        target.run(content, random_)
    except AcuError:
        pass
    except Exception:
        return traceback.format_exc()
    waited, worked = time.monotonic() - begun, _worked() - worked
    slow = worked > most_worked or waited > MOST_WAITED_SECONDS
    return f"worked for {worked:.1f} s and took {waited:.1f} s" if slow else ""


def _apart(run: Callable[[], None]) -> None:
    """Run this in a process of its own.

    Raises:
        AssertionError: it failed there, was ended there, or took too much memory.
    """
    faulthandler.cancel_dump_traceback_later()  # a process cannot take off the watch of the one it was made of
    said, saying = os.pipe()
    child = os.fork()
    if child == 0:
        _in_the_child(run, saying)
    os.close(saying)
    with os.fdopen(said, "rb") as told:
        failure = told.read().decode()
    _, status, used = os.wait4(child, 0)
    megabytes = used.ru_maxrss >> 10
    assert not failure, failure
    assert status == 0, f"ended with {status}"
    assert megabytes <= MOST_MEGABYTES, f"took {megabytes} MB"


def _in_the_child(run: Callable[[], None], saying: int) -> NoReturn:
    """Run this, say what failed, and end without tidying up after the process this one was made of."""
    faulthandler.dump_traceback_later(4 * MOST_WAITED_SECONDS, exit=True)
    failed = True
    try:
        run()
        failed = False
    except Exception:
        os.write(saying, traceback.format_exc()[-4000:].encode("utf-8", "replace"))
    finally:
        os._exit(failed)


def _environment(home: Path, **variables: str) -> Environment:
    named = {"ACU_HOME": str(home), "HOME": str(home), "PATH": "/nowhere", **variables}
    clock = Clock(mono=time.monotonic, wall=lambda: NOW)
    streams = (io.StringIO(), io.StringIO(), io.StringIO())
    return Environment(named, Paths.from_variables(named), clock, *streams)


def _put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _ignore(_: object) -> None:
    """Do nothing with a result: that there is one is all that is asked."""


def _journal(here: Environment, content: bytes) -> Journal:
    _put(here.paths.journal, content)
    return Journal(here)


def _query(content: bytes, library: Library) -> None:
    interpret(content.decode("utf-8", "replace")[:5000], library)


def _compiled(content: bytes) -> None:
    for form in (content, sealed(content) if content else b""):
        try:
            from_bytes(form)
        except ValueError:
            continue


def _line(content: bytes) -> None:
    read_line(content)
    whole_event(content)
    plan_in(content)
    compacted(content)


def _read_journal(here: Environment, content: bytes) -> None:
    journal = _journal(here, content)
    sessions = sessions_of(journal.read().lines, rehearsals=True, undone=True)
    statistics(sessions)
    to_csv(sessions)
    to_markdown(sessions)
    to_json(sessions, journal.raw_lines())
    sessions_of(journal.recent(2, back_to=NOW - 1e5).lines)
    last_unfinished(journal, now=here.clock.now(), host="here")


def _import(here: Environment, content: bytes) -> None:
    journal = _journal(here, b"")
    import_json(journal, content)
    kept = journal.read()
    assert kept.damaged == 0, "an import brought in what cannot be read"
    assert all(session.day for session in sessions_of(kept.lines, rehearsals=True, undone=True))


def _profile(here: Environment, content: bytes, library: Library) -> None:
    _put(here.paths.profile, content)
    loaded = load_profile(here)
    profile, _ = understood(loaded.profile, library, loaded.claims)
    save_profile(here, profile)
    assert load_profile(here).profile == profile, "what was saved is not what is loaded"


def _settings(here: Environment, content: bytes) -> None:
    _put(here.paths.settings, content)
    load(here)


def _courses(here: Environment, content: bytes) -> None:
    _put(here.paths.state / "courses.json", content)
    for course in load_courses(here).courses:
        standing(course, (), today=TODAY)


def _answers(content: bytes, library: Library) -> None:
    text = content.decode("utf-8", "replace")
    parse_answers([text], library.questions, library.regions, today=TODAY)


def _width(content: bytes) -> None:
    said = content.decode("utf-8", "replace")
    found = abilities(_environment(Path(), COLUMNS=said, LINES=said))
    assert 20 <= found.width <= 1000


def _command(home: Path, content: bytes, random_: random.Random) -> None:
    """Run a command line of chance in a home whose files are damaged, its output a file, a full disk or a closed pipe.

    It leaves this process with streams, variables and arguments of its own.
    """
    words = [random_.choice(_HEADS), *random_.choices(_WORDS, k=random_.randint(0, 5))]
    variables = {name: random_.choice(_WORDS).replace("\x00", "") for name in random_.sample(_VARIABLES, 2)}
    with_pack = random_.random() < WITH_PACK
    place = home / "with-pack" if with_pack else home
    paths = Paths.from_variables({"ACU_HOME": str(place)})
    if random_.random() < 0.5:
        _put(paths.journal, content)
    if random_.random() < 0.5:
        _put(paths.profile, damaged((OLD / "profile.toml").read_bytes(), random_))
    else:
        paths.profile.unlink(missing_ok=True)
    if with_pack:
        _put(paths.packs / "chance.yaml", damaged((OLD / "mine01.yaml").read_bytes(), random_))
    if words[0] == "session" and not {"--dry-run", "--help"} & set(words):
        words.append("--dry-run")  # a session of its own takes its time
    os.environ.clear()
    os.environ.update({"ACU_HOME": str(place), "HOME": str(place), "PATH": "/nowhere", **variables})
    said = home / "said"
    _stream_into(said, random_)
    sys.argv = ["acu", *words]
    real = Environment.real()
    clock = Clock(mono=time.monotonic, wall=lambda: NOW)
    status = main(words, Environment(real.variables, real.paths, clock, real.stdin, real.stdout, real.stderr))
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    told = said.read_text("utf-8", "replace")
    assert status in {0, 1, 2, 3, 4, 5, 6}, f"{words} ended with {status}: {told[-2000:]}"
    assert "Traceback" not in told, words


def _stream_into(said: Path, random_: random.Random) -> None:
    """Give this process new streams: nobody types, what is told goes into a file, the answer wherever chance leads."""
    nobody, closed = os.pipe()
    os.close(nobody)
    ways = {"full": lambda: os.open("/dev/full", os.O_WRONLY), "closed": lambda: closed}
    way = random_.choice(("file",) * 8 + tuple(ways))
    outward = ways.get(way, lambda: os.open(said.with_name("answered"), os.O_CREAT | os.O_TRUNC | os.O_WRONLY))()
    for number, stream in ((0, os.open(os.devnull, os.O_RDONLY)), (1, outward)):
        os.dup2(stream, number)
    os.dup2(os.open(said, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 2)
    encoding = random_.choice(("utf-8", "utf-8", "ascii", "cp1252"))
    sys.stdin = open(0, encoding=encoding, errors="surrogateescape")  # noqa: SIM115
    sys.stdout = open(1, "w", encoding=encoding)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding=encoding, errors="backslashreplace")  # noqa: SIM115


def _own_kilobytes() -> int:
    """Return the most memory of this process; what `getrusage` tells holds that of whoever started it, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1])


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, default=20261130)
    parser.add_argument("--seconds", type=float, default=0.0)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--only", type=int, default=-1)
    chosen = parser.parse_args()
    addressed = MOST_ADDRESSED_MEGABYTES << 20
    resource.setrlimit(resource.RLIMIT_AS, (addressed, addressed))
    failures = run(chosen.seed, seconds=chosen.seconds, count=chosen.count, only=chosen.only)
    megabytes = max(_own_kilobytes(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) >> 10
    if megabytes > MOST_MEGABYTES:
        failures.append(f"took {megabytes} MB")
    print("\n".join(failures) or "nothing failed")
    print(f"{megabytes} MB at most")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(_main())
