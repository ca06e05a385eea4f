"""Stored answers are a cache of the long way: byte for byte what it writes, or nothing."""

from __future__ import annotations

import io
import random
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from acucli.cli.app import main
from acucli.cli.lookups import found, named
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.instant import stored as stored_answers
from acucli.instant.prepared_answers import Asked, Lookups, all_of, prepared
from acucli.instant.stored import FILE, FORMS, LIBRARY, NAME, Stored
from acucli.library.compiled import CompiledLibrary
from acucli.model.kinds import KINDS
from acucli.render import context
from tests.conftest import FakeClock, Lexicons
from tests.instant.conftest import some_of, write_stored

_LATER = 1_900_000_000.0
"""Another day than that on which the answers were prepared: none of them may depend on it."""


@pytest.fixture
def one_library(library: CompiledLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every run of this test take the library that is open already."""
    monkeypatch.setattr(context, "open_library", lambda *_, **__: library)


def _long_way(arguments: list[str], home: Path) -> tuple[int, bytes, bytes]:
    """Return status, standard output and standard error of a command, run in this process."""
    variables = {"ACU_HOME": str(home), "HOME": str(home)}
    out, err = io.StringIO(), io.StringIO()
    environment = Environment(
        variables, Paths(variables), clock=FakeClock(_LATER), stdin=io.StringIO(), stdout=out, stderr=err
    )
    status = main(arguments, environment)
    return status, out.getvalue().encode(), err.getvalue().encode()


def _differences(folder: Path, asked: Asked, home: Path) -> Iterator[str]:
    """Yield every lookup of which a stored answer is not what the long way writes."""
    stored = Stored(str(folder))
    for command, texts in (("find", asked.find), ("show", asked.show)):
        for text in texts:
            for form in FORMS:
                answer = stored.answer(f"{command} {text}".encode(), form)
                if answer is not None and (0, *answer) != _long_way([command, text, "--format", form], home):
                    yield f"{command} {text!r} --format {form}"


def test_stored_answers_are_what_the_long_way_writes(
    stored_folder: Path, library: CompiledLibrary, lexicons: Lexicons, tmp_path: Path, one_library: None
) -> None:
    """Of each kind of lookup some are compared, status, standard output and standard error, on another day."""
    assert list(_differences(stored_folder, some_of(library, lexicons), tmp_path)) == []


@pytest.mark.long
def test_every_stored_answer_is_what_the_long_way_writes(
    library: CompiledLibrary, lexicons: Lexicons, tmp_path: Path, one_library: None
) -> None:
    """All of them are compared: thousands of lookups in every format, in less than 1 MB packed."""
    asked = all_of(library, lexicons)
    folder = write_stored(tmp_path, library, asked)
    assert list(_differences(folder, asked, tmp_path)) == []
    stored = Stored(str(folder))
    keys = [f"find {text}" for text in asked.find] + [f"show {text}" for text in asked.show]
    held = sum(stored.answer(key.encode(), "json") is not None for key in keys)
    assert held > 0.95 * len(keys) > 9_000
    assert len(zlib.compress((folder / FILE).read_bytes())) < 400_000


def test_lookups_of_every_kind_are_stored(library: CompiledLibrary, lexicons: Lexicons) -> None:
    """Names, synonyms and phrases of every language, codes and names of points; ids of every kind that is shown."""
    asked = all_of(library, lexicons)
    find, show = set(asked.find), set(asked.show)
    for condition in library.conditions.values():
        assert {condition.name, condition.slug, *condition.also} <= find
    for lexicon in lexicons.values():
        assert {phrase for phrases in lexicon.conditions.values() for phrase in phrases} <= find
    assert set(library.points) <= find & show
    for kind in KINDS:
        if kind.name and kind.key:
            assert set(library.shelf(kind.shelf)) <= show


@pytest.mark.parametrize(
    "query",
    ["chest pain", "gallstones", "I want to die", "bed-wetting in children", "qqqq"],
    ids=["emergency", "sign of an information page", "crisis", "held back", "nothing"],
)
def test_danger_and_what_is_not_found_go_the_long_way(query: str, library: CompiledLibrary, tmp_path: Path) -> None:
    """Neither a warning sign nor a held-back request has a stored answer, even where one is asked for."""
    folder = write_stored(tmp_path, library, Asked(["headache", query], []))
    stored = Stored(str(folder))
    assert stored.answer(b"find headache", "json")
    assert stored.answer(f"find {query}".encode(), "json") is None


def test_what_is_not_stored_word_for_word_is_not_found(stored_folder: Path) -> None:
    """Neither other letters nor other blanks nor the words of another command are near enough."""
    stored = Stored(str(stored_folder))
    assert stored.answer(b"find headache", "json")
    for key in ("find headach", "find Headache!", "find  headache", "show hegu", "find", "", "zz", "a\nb", "\t"):
        assert stored.answer(key.encode(), "json") is None


def test_damaged_answers_are_passed_over(stored_folder: Path, tmp_path: Path) -> None:
    """Whatever byte is another one, an answer is what was stored or nothing at all."""
    content = (stored_folder / FILE).read_bytes()
    shutil.copy(stored_folder / LIBRARY, tmp_path / LIBRARY)
    keys = (b"find headache", b"show LI4", b"find LI4", "find 合谷".encode())
    whole = Stored(str(stored_folder))
    good = {key: whole.answer(key, "json") for key in keys}
    chance = random.Random(16)
    refused = 0
    for _ in range(400):
        place = chance.randrange(len(content))
        damaged = bytearray(content)
        damaged[place : place + 40] = bytes(chance.randrange(256) for _ in range(40))
        (tmp_path / FILE).write_bytes(damaged)
        for key in keys:
            try:
                stored = Stored(str(tmp_path))
            except (OSError, ValueError, IndexError):
                refused += 1
                continue
            try:
                answer = stored.answer(key, "json")
            except (OSError, ValueError, IndexError):
                refused += 1
                answer = None
            stored.close()
            assert answer in (None, good[key])
    assert refused


def test_answers_of_another_version_or_library_are_passed_over(stored_folder: Path, tmp_path: Path) -> None:
    """They belong to one version of the program and to one library, and to no part of a file."""
    library, content = (stored_folder / LIBRARY).read_bytes(), (stored_folder / FILE).read_bytes()
    version = content.replace(NAME + b" ", NAME + b" 9", 1)[: len(content)]
    other = library.replace(library[8:16], b"00000000", 1)
    for own, beside in ((version, library), (content, other), (content, library[:-1]), (content[:-1], library)):
        (tmp_path / FILE).write_bytes(own)
        (tmp_path / LIBRARY).write_bytes(beside)
        with pytest.raises(ValueError):
            Stored(str(tmp_path))


def test_the_file_is_the_same_whenever_it_is_made(library: CompiledLibrary, lexicons: Lexicons, tmp_path: Path) -> None:
    """A wheel can be built again bit for bit."""
    asked = some_of(library, lexicons)
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        write_stored(folder, library, Asked(asked.find[:40], asked.show[:5]))
    assert (first / FILE).read_bytes() == (second / FILE).read_bytes()


def test_the_file_is_the_same_however_many_processes_make_it(library: CompiledLibrary, lexicons: Lexicons) -> None:
    """More than one shares the work when a wheel is built."""
    asked = some_of(library, lexicons)
    alone, shared = (prepared(library, Lookups(found, named), asked, processes=number) for number in (1, 2))
    assert alone == shared


def test_a_batch_gives_stored_answers_and_the_long_way_gives_the_same(
    stored_folder: Path,
    library: CompiledLibrary,
    lexicons: Lexicons,
    tmp_path: Path,
    one_library: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Line for line the same, with stored answers and without; one of another library is passed over."""
    queries = tmp_path / "queries"
    asked = [*some_of(library, lexicons).find[:60], "chest pain", "my neck hurts since noon", "", "qqqq"]
    queries.write_text("\n".join(asked) + "\n", encoding="utf-8")
    long_way = _long_way(["find", "--batch", str(queries)], tmp_path)
    monkeypatch.setattr(stored_answers, "DATA", str(stored_folder))
    taken: list[bytes] = []
    real = Stored.answer

    def counted(stored: Stored, key: bytes, form: str) -> tuple[bytes, bytes] | None:
        found = real(stored, key, form)
        taken.extend([key] if found else [])
        return found

    monkeypatch.setattr(Stored, "answer", counted)
    assert _long_way(["find", "--batch", str(queries)], tmp_path) == long_way
    assert len(taken) > 50
