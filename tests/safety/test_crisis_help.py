"""Helplines: the person's own numbers first, dated, and a calm paragraph in a crisis."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from acucli.model.practice import Profile
from acucli.safety import crisis_help as helplines
from acucli.text.fold import fold_name
from tests.safety.conftest import TODAY


def numbers(library, *, country="", today=TODAY, **profile):
    return helplines.help_for(library, Profile(**profile), country=country, today=today)


def test_the_own_numbers_come_first(library):
    """What the person entered is tried before any list."""
    found = numbers(library, country="GB", emergency_number="555 1", crisis_number="555 2")
    assert found.emergency == ("555 1", "999", "112")
    assert [line.number for line in found.lines][:2] == ["555 2", "116 123"]


@pytest.mark.parametrize(
    ("country", "code"),
    [("gb", "GB"), ("UK", "GB"), ("SE", "EU"), ("IT", "IT"), ("DE", "DE"), ("PE", None), ("", None)],
)
def test_the_country_is_chosen_by_its_code(library, country, code):
    """A member state without a record of its own has the Union's emergency number."""
    record = numbers(library, country=country).record
    assert (record.code if record else None) == code


def test_the_profile_beats_the_machine(library):
    """The country somebody named counts more than the locale."""
    found = helplines.help_for(library, Profile(country="AT"), country="US", today=TODAY)
    assert found.record.code == "AT"


@pytest.mark.parametrize(("today", "old"), [("2026-11-30", False), ("2027-11-30", False), ("2027-12-01", True)])
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
    assert text.endswith("(Numbers seen on 2026-11-30.)")
    assert "{" not in text


def test_the_words_of_the_record_are_used_with_their_places_filled(library):
    """The wording is data; the numbers are put in here."""
    text = "Please talk. {crisis line of the person's country, their own number first, else the list} ({checked})"
    flag = replace(library.red_flags["suicidal-thoughts"], text=text)
    worded = SimpleNamespace(**(vars(library) | {"red_flags": {flag.id: flag}}))
    said = helplines.crisis_paragraph(worded, numbers(library, country="FR", crisis_number="555"))
    assert said.startswith("Please talk. your own number, 555; 3114")
    assert said.endswith("3114 (2026-11-30)")


def test_without_a_country_the_paragraph_holds_the_list(library):
    """Somebody whose country is not known still gets numbers."""
    text = helplines.crisis_paragraph(library, numbers(library))
    assert "United States and Canada 988" in text
    assert "Japan" in text


@pytest.mark.parametrize(
    ("language", "shown", "hidden"),
    [("de", "Austria 142", "988"), ("pt", "Portugal 1411", "Germany"), ("zh-Hant", "Taiwan 1925", "988")],
)
def test_without_a_country_the_language_chooses_whose_numbers_stand_there(library, language, shown, hidden):
    """A wall of numbers calms nobody: those of the countries that speak it are enough."""
    text = helplines.crisis_paragraph(library, numbers(library), language)
    assert shown in text
    assert hidden not in text


def test_a_language_whose_lines_are_not_always_there_says_when_they_are(library):
    """No line of Vietnamese was seen to answer at night: it stands there with its hours, and nothing is promised."""
    text = helplines.crisis_paragraph(library, numbers(library), "vi")
    assert "Vietnam 096 306 1414 (Wednesday to Sunday, 13:00 to 20:30" in text
    assert "day and night" not in text


def test_a_language_without_a_country_here_has_every_number_that_is_always_there(library):
    """Nobody is left without a number."""
    text = helplines.crisis_paragraph(library, numbers(library), "sv")
    assert "Germany 0800 1110111" in text
    assert "Japan" in text


@pytest.mark.parametrize(
    ("country", "promised", "hours"),
    [("GB", True, ""), ("NL", True, ""), ("IT", False, "daily, 10:00 to 24:00"), ("EG", False, "")],
)
def test_day_and_night_is_promised_only_where_it_was_seen(library, country, promised, hours):
    """A line with fewer hours, or whose hours nobody saw, is named with what is known."""
    text = helplines.crisis_paragraph(library, numbers(library, country=country))
    assert ("free, day and night" in text) is promised
    assert hours in text
    assert "not seen" not in text


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Deutschland", "DE"), ("german", "DE"), ("Österreich", "AT"), ("schweiz", "CH"),
        ("England", "GB"), ("usa", "US"), ("中国", "CN"), ("Việt Nam", "VN"), ("vietnamese", "VN"),
        ("brasil", "BR"), ("Россия", "RU"), ("مصر", "EG"), ("türkiye", "TR"), ("Turkiye", "TR"),
        ("polski", "PL"), ("Holland", "NL"), ("भारत", "IN"), ("日本", "JP"), ("한국", "KR"),
        ("臺灣", "TW"), ("Sverige", "EU"), ("Philippine", "PH"), ("south african", "ZA"),
        ("কোথাও", None), ("my", None), ("Atlantis", None), (" ", None),
    ],
)  # fmt: skip
def test_a_country_is_found_by_any_of_its_names(library, name, code):
    """In its own language and script, by its adjective, and never by letters that are another country's."""
    record = helplines.record_for(library, name)
    assert (record.code if record else None) == code


def test_no_name_means_two_countries(library):
    """Nor is one the two letters of another."""
    owners: dict[str, str] = {}
    for record in library.helplines.values():
        for name in (record.code, record.country, *record.names):
            assert owners.setdefault(fold_name(name), record.code) == record.code, name


def test_the_letters_to_keep_are_those_of_the_country_that_was_named(library):
    """A member state keeps its own, though the numbers are the Union's."""
    kept = {name: helplines.code_of(library, name) for name in ("Deutschland", "se", "uk", "gb")}
    assert kept == {"Deutschland": "DE", "se": "SE", "uk": "GB", "gb": "GB"}


def test_old_numbers_are_said_to_be_old_in_the_paragraph(library):
    """They may have changed."""
    text = helplines.crisis_paragraph(library, numbers(library, country="US", today="2029-01-01"))
    assert "they may have changed" in text


def test_a_line_is_said_with_how_when_and_cost(library):
    """`not seen` is not shown as opening hours."""
    line, _ = library.helplines["AU"].lines
    how = "call; text 0477 13 11 14; chat, 24/7, free from mobiles; local call from landlines"
    assert helplines.say_line(line) == f"13 11 14 ({how})"
    assert all("not seen" not in helplines.say_line(line) for line in library.helplines["GB"].lines)


@pytest.mark.parametrize("need", ["violence", "forced-sex", "children"])
def test_each_need_has_lines_in_several_countries(library, need):
    """Somebody who is hurt finds people who listen to just that."""
    assert len([item for item in library.helplines.values() if helplines.lines_for(item, need)]) >= 8


@pytest.mark.parametrize(
    ("country", "need", "number"),
    [("GB", "violence", "0808 2000 247"), ("GB", "children", "0800 1111"), ("FR", "forced-sex", "3919")],
)
def test_lines_for_a_need_come_before_those_for_everybody(library, country, need, number):
    """The own number stays first, and one line for everybody stays at the end."""
    found = numbers(library, country=country, crisis_number="555")
    text = helplines.listening_paragraph(library, found, [need])
    general = found.record.lines[0].number
    assert text.index("555") < text.index(number) < text.index(general)
    assert "put away" not in text


def test_a_country_without_such_a_line_has_its_lines_for_everybody(library):
    """Nobody is left without somebody to talk to."""
    text = helplines.listening_paragraph(library, numbers(library, country="JP"), ["violence"])
    assert library.helplines["JP"].lines[0].number in text


def test_without_a_country_the_numbers_stand_by_need(library):
    """The countries of the language, each need named where there are two."""
    text = helplines.listening_paragraph(library, numbers(library), ["forced-sex", "children"])
    assert "if you were forced into sex, United States 1-800-656-4673" in text
    assert "for a child, United States 1-800-422-4453" in text
    assert "016" in helplines.listening_paragraph(library, numbers(library), ["violence"], "es")
    assert "988" in helplines.listening_paragraph(library, numbers(library), [])


def test_lines_for_a_need_do_not_stand_among_those_for_everybody(library):
    """Thoughts of suicide are answered with the lines for them."""
    text = helplines.crisis_paragraph(library, numbers(library, country="GB"))
    assert "Samaritans, 116 123" in text
    assert "Childline" not in text
