"""Helplines: the person's own numbers first, dated, and a calm paragraph in a crisis."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from acucli.model.practice import Profile
from acucli.safety import crisis_help as helplines
from tests.safety.conftest import TODAY


def numbers(library, *, country="", today=TODAY, **profile):
    return helplines.help_for(library, Profile(**profile), country=country, today=today)


def test_the_own_numbers_come_first(library):
    """What the person entered is tried before any list."""
    found = numbers(library, country="GB", emergency_number="555 1", crisis_number="555 2")
    assert found.emergency == ("555 1", "999", "112")
    assert [line.number for line in found.lines][:2] == ["555 2", "116 123"]


@pytest.mark.parametrize(
    ("country", "code"), [("gb", "GB"), ("UK", "GB"), ("IT", "EU"), ("DE", "DE"), ("BR", None), ("", None)]
)
def test_the_country_is_chosen_by_its_code(library, country, code):
    """A member state without a record of its own has the Union's emergency number."""
    record = numbers(library, country=country).record
    assert (record.code if record else None) == code


def test_the_profile_beats_the_machine(library):
    """The country somebody named counts more than the locale."""
    found = helplines.help_for(library, Profile(country="AT"), country="US", today=TODAY)
    assert found.record.code == "AT"


@pytest.mark.parametrize(("today", "old"), [("2026-11-20", False), ("2027-11-20", False), ("2027-11-21", True)])
def test_numbers_are_old_after_twelve_months(library, today, old):
    """The date is shown as old from then on."""
    found = numbers(library, country="FR", today=today)
    assert found.is_old is old
    assert ("that is old" in helplines.say_date(found.record, today)) is old


@pytest.mark.parametrize(
    ("locale", "country"),
    [("en_GB.UTF-8", "GB"), ("pt_BR", "BR"), ("de-AT", "AT"), ("C.UTF-8", ""), ("", ""), ("en", "")],
)
def test_the_country_of_a_locale(locale, country):
    """`C` is no country."""
    assert helplines.country_of_locale(locale) == country


def test_the_crisis_paragraph_is_calm_and_carries_the_numbers(library):
    """No heading, no error, the emergency number and the line in the text, the date at its end."""
    text = helplines.crisis_paragraph(library, numbers(library, country="GB"))
    assert text.startswith("I am glad you wrote this down.")
    assert "error" not in text.lower()
    assert "999 or 112" in text
    assert "Samaritans, 116 123" in text
    assert text.endswith("(Numbers seen on 2026-11-20.)")
    assert "{" not in text


def test_the_words_of_the_record_are_used_with_their_places_filled(library):
    """The wording is data; the numbers are put in here."""
    text = "Please talk. {crisis line of the person's country, their own number first, else the list} ({checked})"
    flag = replace(library.red_flags["suicidal-thoughts"], text=text)
    worded = SimpleNamespace(**(vars(library) | {"red_flags": {flag.id: flag}}))
    said = helplines.crisis_paragraph(worded, numbers(library, country="FR", crisis_number="555"))
    assert said.startswith("Please talk. your own number, 555; 3114")
    assert said.endswith("3114 (2026-11-20)")


def test_without_a_country_the_paragraph_holds_the_list(library):
    """Somebody whose country is not known still gets numbers."""
    text = helplines.crisis_paragraph(library, numbers(library))
    assert "United States and Canada 988" in text
    assert "Japan" in text


def test_old_numbers_are_said_to_be_old_in_the_paragraph(library):
    """They may have changed."""
    text = helplines.crisis_paragraph(library, numbers(library, country="US", today="2029-01-01"))
    assert "they may have changed" in text


def test_a_line_is_said_with_how_when_and_cost(library):
    """`not seen` is not shown as opening hours."""
    (line,) = library.helplines["AU"].lines
    how = "call; text 0477 13 11 14; chat, 24/7, free from mobiles; local call from landlines"
    assert helplines.say_line(line) == f"13 11 14 ({how})"
    assert all("not seen" not in helplines.say_line(line) for line in library.helplines["GB"].lines)
