"""`acu helplines`: dated numbers by country, one's own first."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from tests.cli.conftest import Acu
from tests.conftest import FakeClock


def test_every_country_has_its_numbers_and_their_date(acu: Acu, library: CompiledLibrary) -> None:
    """Emergency numbers, every line, when it was read."""
    out = " ".join(acu("helplines").out.split())
    for country in library.helplines.values():
        assert country.country in out
        for number in country.emergency:
            assert number in out
        for line in country.lines:
            assert line.number in out
        assert country.checked in out


@pytest.mark.parametrize("country", ["US", "us", "United States"])
def test_one_country_by_its_name_or_letters(acu: Acu, country: str) -> None:
    """And none of the others."""
    out = acu("helplines", country).out
    assert "988" in out
    assert "Samaritans" not in out


@pytest.mark.parametrize("country", ["Atlantis", "Costa Rica", "Middle Earth"])
def test_a_country_that_is_not_on_the_list_gets_what_holds_anywhere(acu: Acu, country: str) -> None:
    """No error: whom to call, whom to go to, and where the local numbers stand."""
    acu("profile", "set", "--crisis-number", "Anna 555", "-q")
    ran = acu("helplines", *country.split())
    assert ran.status == 0
    out = " ".join(ran.out.split())
    assert "error" not in ran.err
    assert out.startswith("Your crisis number: Anna 555")
    assert f"No numbers of {country} are in this list" in out
    assert "112 works in many countries" in out
    assert "Go to where somebody is" in out
    answer = acu("helplines", *country.split(), "--json").json
    assert (answer["helplines"], answer["unknown"]) == ([], country)


def test_a_slip_in_a_country_is_asked_about(acu: Acu) -> None:
    """What holds anywhere is said all the same."""
    out = " ".join(acu("helplines", "Germny").out.split())
    assert "Did you mean Germany?" in out
    assert "112 works in many countries" in out


@pytest.mark.parametrize("country", ["Deutschland", "german", "Allemagne"])
def test_a_country_by_the_name_it_gives_itself(acu: Acu, country: str) -> None:
    """And by the adjective, and as neighbours call it."""
    assert "TelefonSeelsorge" in acu("helplines", country).out


def test_a_country_is_kept_by_any_of_its_names(acu: Acu) -> None:
    """The profile keeps its letters, those of a member state of the Union too."""
    for name, letters in (("Brasil", "BR"), ("se", "SE")):
        acu("profile", "set", "--country", name, "-q")
        assert acu("profile", "show", "--json").json["profile"]["country"] == letters


def test_own_numbers_come_first_and_the_own_country_next(acu: Acu) -> None:
    """From the profile."""
    acu("profile", "set", "--crisis-number", "Anna 555", "--country", "US", "-q")
    lines = acu("helplines").out.splitlines()
    assert lines[0] == "Your crisis number: Anna 555"
    assert lines[1].startswith("United States")
    answer = acu("helplines", "--json").json
    assert answer["own"] == {"emergency": "", "crisis": "Anna 555"}
    assert answer["helplines"][0]["code"] == "US"


def test_old_numbers_are_said_to_be_old(acu: Acu, clock: FakeClock) -> None:
    """After twelve months."""
    assert "that is old" not in acu("helplines", "US").out
    clock.forward(400 * 86_400)
    assert "that is old" in acu("helplines", "US").out


@pytest.mark.parametrize("country", ["UK", "uk", "GB", "United Kingdom"])
def test_letters_that_people_use_find_their_country(acu: Acu, country: str) -> None:
    """The help itself names UK."""
    assert "Samaritans" in acu("helplines", country).out


def test_a_country_of_the_union_has_its_common_number(acu: Acu) -> None:
    """112, where no list of its own is known."""
    assert "112" in acu("helplines", "MT").out


def test_what_a_line_costs_is_said(acu: Acu) -> None:
    """And hours that nobody saw are not."""
    out = acu("helplines").out
    assert "free" in acu("helplines", "US").out
    assert "not seen" not in out


def test_a_crisis_gets_its_numbers_and_nothing_else(acu: Acu) -> None:
    """No points, no `error:`, nothing journaled, in find, session and plan alike."""
    for command in ("find", "session", "plan"):
        ran = acu(command, "I want to kill myself")
        assert ran.status == 4
        assert ran.out == ""
        assert "error:" not in ran.err
        assert "emergency number" in ran.err
    assert acu("journal", "list", "--rehearsals").out == ""
