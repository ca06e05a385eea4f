"""A new language is one file of data: a small made-up one is read like the others."""

from __future__ import annotations

import shutil

import pytest

from acucli.guide.finding import find
from acucli.library.build import compile_directory
from acucli.library.compiled import CompiledLibrary, from_bytes
from acucli.lookup import QueryResult, interpret
from acucli.model.practice import Profile
from tests.conftest import DATA

pytestmark = pytest.mark.long

TODAY = "2026-11-20"
LEXICON = """
language: eo
name: Esperanto
crisis: "Ne restu sola."
emergency: "Voku helpon tuj."
urgent: "Vidu kuraciston hodiaŭ."
letters: "ĉĝĥĵŝŭ"
foldings: {cx: c, ux: u}
function_words: [mi, havas, la, kaj, estas, kun]
telling_words: [havas, kaj, estas]
endings: [ojn, oj, on, o, n]
denial:
  before: [ne, sen]
  fillers: [havas]
  person: [estas]
conditions:
  headache: [kapdoloro]
body_parts:
  neck-pain: [nuko]
pain: [doloras]
says_of_person:
  pregnant: [graveda]
red_flags:
  stroke-fast: ["vizago|busxo + pendas"]
held_back:
  children: ["mia bebo"]
"""
CYRILLIC = """
language: uk
name: Українська
scripts: [cyrillic]
function_words: [у, мене, я]
denial:
  before: [не, немає]
conditions:
  headache: [болить голова]
says_of_person:
  pregnant: [вагітна]
"""


@pytest.fixture(scope="module")
def richer(tmp_path_factory: pytest.TempPathFactory) -> CompiledLibrary:
    """Return the library with two more languages, each one file."""
    data = tmp_path_factory.mktemp("richer") / "data"
    shutil.copytree(DATA, data)
    (data / "lexicon" / "eo.yaml").write_text(LEXICON, encoding="utf-8")
    (data / "lexicon" / "uk.yaml").write_text(CYRILLIC, encoding="utf-8")
    return from_bytes(compile_directory(data))


def _slugs(found: QueryResult) -> list[str]:
    return [reading.slug for reading in found.conditions]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("mi havas kapdoloron", ["headache"]),
        ("la nuko doloras", ["neck-pain"]),
        ("mi havas kapdolorojn kaj la nuko doloras", ["headache", "neck-pain"]),
        ("ne kapdoloro", []),
    ],
)
def test_complaints_are_read_and_denied(query: str, slugs: list[str], richer: CompiledLibrary) -> None:
    """Phrases in their inflected forms, parts of the body with pain, denial."""
    found = interpret(query, richer)
    assert _slugs(found) == slugs
    assert not slugs or found.language == "eo"


def test_what_is_said_of_oneself_takes_points_away(richer: CompiledLibrary) -> None:
    """Who is pregnant is offered no LI4 in any language; who says that she is not is."""
    for query, said in (("mi estas graveda kaj havas kapdoloron", True), ("mi ne estas graveda, kapdoloro", False)):
        assert interpret(query, richer).says_of_person == (("pregnant",) if said else ())
        offered = [point.code for point in find(query, richer, Profile(), today=TODAY).points]
        assert ("LI4" in offered) is not said


@pytest.mark.parametrize(
    ("query", "kind", "name"),
    [
        ("la vizaĝo pendas", "red_flags", "stroke-fast"),
        ("la busxo estas malsana kaj pendas", "red_flags", "stroke-fast"),
        ("mia bebo havas kapdoloron", "held_back", "children"),
    ],
)
def test_signs_of_the_file_stop_the_query(query: str, kind: str, name: str, richer: CompiledLibrary) -> None:
    """Red flags and held-back requests may stand in the language's own file."""
    found = interpret(query, richer)
    assert [item.id for item in getattr(found, kind)] == [name]
    assert (found.language, found.stops) == ("eo", True)


def test_another_script_needs_no_program_either(richer: CompiledLibrary) -> None:
    """The scripts of a language are named as Unicode names them."""
    found = interpret("у мене болить голова, я вагітна", richer)
    assert (_slugs(found), found.says_of_person, found.language) == (["headache"], ("pregnant",), "uk")


def test_other_languages_read_as_before(richer: CompiledLibrary, library: CompiledLibrary) -> None:
    """A further file takes nothing from the others."""
    for query in ("headache", "me duele la cabeza", "Kopfschmerzen", "mal de tête", "头痛", "my chest hurts"):
        assert interpret(query, richer) == interpret(query, library)
