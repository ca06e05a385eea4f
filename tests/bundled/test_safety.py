"""Every caution, warning sign, answer, region, request held back and helpline: as decided, and dated."""

from __future__ import annotations

import re

import pytest

from acucli.library.derived_fields import span_of
from tests.bundled.carried import keyed, table

LISTS = ("profile", "regions", "points", "techniques", "tools", "positions")

each_caution = pytest.mark.parametrize("name", [row["id"] for row in table("cautions")])
each_flag = pytest.mark.parametrize("name", [row["id"] for row in table("red_flags")])
each_country = pytest.mark.parametrize("code", [row["code"] for row in table("helplines")])


@each_caution
def test_caution_does_what_was_decided(library, name):
    """Action, override, and everything it touches."""
    caution, row = library.cautions[name], keyed("cautions")[name]
    assert (caution.action, caution.override) == (row["action"], row["override"])
    assert {key: " ".join(getattr(caution, key)) for key in LISTS} == {key: row[key] for key in LISTS}
    assert (caution.breathing, caution.max_pressure, caution.both_at_once) == (
        row["breathing"], row["max_pressure"], row["both_at_once"],
    )  # fmt: skip
    assert str(caution.max_seconds or "") == row["max_seconds"]
    assert (str(caution.sided).lower(), str(caution.look_first).lower()) == (row["sided"], row["look_first"])


@each_caution
def test_caution_says_why_and_what_is_left(library, name):
    """Never an empty screen: a rule, what to do instead, and a source or the word that it is our own."""
    caution = library.cautions[name]
    assert caution.rule.endswith(".")
    assert caution.title
    assert caution.strength
    assert caution.instead or caution.action != "block"
    assert caution.sources or "own precaution" in caution.rule
    assert set(caution.ask_flags) <= set(library.red_flags)


@each_flag
def test_warning_sign_has_its_level_and_is_asked_when_decided(library, name):
    """Level, when it is asked, of whom, and for which conditions."""
    flag, row = library.red_flags[name], keyed("red_flags")[name]
    assert (flag.level, flag.asked) == (row["level"], row["asked"])
    assert list(flag.only_if) == row["only_if"].split()
    assert set(row["applies_to"].split()) <= set(flag.applies_to)
    assert set(flag.applies_to) - {"any"} <= set(library.conditions)
    assert set(flag.only_if) <= set(library.questions)


@each_flag
def test_warning_sign_asks_one_plain_thing_and_tells_what_to_do(library, bundled, name):
    """A question, an answer to it, and words that raise it, which stand in the source and the indexes alone."""
    flag = library.red_flags[name]
    assert flag.words == {}
    assert flag.ask.endswith("?")
    assert flag.tell.endswith(".")
    assert flag.asked == "shown" or bundled.records["red_flags"][name].record.words
    if flag.level == "emergency":
        assert re.search(r"emergency|999|112|911|ambulance", flag.tell)


@each_country
def test_helpline_is_dated_and_as_seen(library, code):
    """The emergency number, the first line and the day it was read."""
    record, row = library.helplines[code], keyed("helplines")[code]
    assert "|".join(record.emergency) == row["emergency"]
    assert (record.lines[0].number if record.lines else "") == row["first_line"]
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", record.checked)
    assert record.checked >= row["checked"]
    assert record.sources


@each_country
def test_helpline_rests_on_a_page_with_a_date(library, code):
    """At least one source of each says when it was written or verified, so that nothing hangs on a page of any age."""
    titles = [source.title for source in library.helplines[code].sources]
    assert any(re.search(r"\b20\d\d\b", title) for title in titles), titles
    assert not any("students abroad" in title for title in titles)


def test_helplines_reach_the_speakers_of_every_language(library):
    """Each language of the lexicon with words for a crisis has a country whose number stands there."""
    served = {language for record in library.helplines.values() for language in record.languages}
    for language, lexicon in library.lexicons.items():
        if lexicon.crisis:
            assert language in served, language


def test_the_records_that_were_decided_are_all_there(library):
    """None that was decided is missing, and each answer is asked again no later than was decided for it."""
    for shelf in ("cautions", "red_flags", "held_back", "regions", "helplines"):
        assert {next(iter(row.values())) for row in table(shelf)} <= set(getattr(library, shelf)), shelf
    for row in table("answers"):
        question, decided = library.questions[row["slug"]], span_of(row["ask_again"])
        assert str(question.screen) == row["screen"]
        assert span_of(question.ask_again).days <= decided.days, row["slug"]


def test_requests_are_held_back_calmly(library, bundled):
    """Each has words that raise it (in the source) and a text that sends somebody to the right help."""
    for item in library.held_back.values():
        assert bundled.records["held_back"][item.id].record.words["en"]
        assert re.search(r"doctor|midwife|pharmacist|emergency|help|clinician|number", item.tell), item.id
        assert "error" not in item.tell.lower()


def test_signs_that_stop_are_never_overridden(library):
    """Emergency, crisis and urgent stop everything; see-doctor is said and the session goes on."""
    levels = [flag.level for flag in library.red_flags.values()]
    assert set(levels) == {"emergency", "crisis", "urgent", "see-doctor"}
    assert any(flag.level == "crisis" and "any" in flag.applies_to for flag in library.red_flags.values())


def test_breathing_without_holds_is_there_for_every_hold(library):
    """A pattern that holds the breath names what plays instead, and is nobody's default."""
    for pattern in library.breathing.values():
        if pattern.has_hold and not pattern.no_holds_ok:
            assert not library.breathing[pattern.stand_in].has_hold, pattern.slug
    assert library.breathing["count-to-five"].default_for


def test_techniques_name_the_cautions_that_rule_them_out(library):
    """A caution that lists a technique stands in the technique's `not_with`."""
    for caution in library.cautions.values():
        for slug in caution.techniques:
            if slug in library.techniques:
                assert caution.id in library.techniques[slug].not_with, f"{slug}: {caution.id}"


def test_lines_that_join_signs_name_known_signs_that_stop_and_fit_a_screen(library):
    """Each joins two or more, in one line of 80 columns at most, and no two of them are the same."""
    lines = library.safety_words.danger_lines
    for line in lines:
        assert len(line.signs) > 1, line.says
        assert all(library.red_flags[sign].level != "see-doctor" for sign in line.signs), line.says
        assert 20 <= len(line.says) <= 78, line.says
    assert len({frozenset(line.signs) for line in lines}) == len(lines)


def test_every_question_has_a_short_form_of_its_own(library):
    """At most four words, so that a line holds several; no two read the same."""
    briefs = [question.brief for question in library.questions.values()]
    assert all(1 <= len(brief.split()) <= 4 for brief in briefs)
    assert len(set(briefs)) == len(briefs)


EVERY_TIME = (
    "headache-with-signs", "headache-urgent", "headache-temple", "headache-see-doctor", "neck-artery", "heart-attack",
    "palpitations-emergency", "pulmonary-embolism", "dvt-signs", "cauda-equina", "spinal-cord-cancer", "acute-belly",
    "eye-emergency", "eye-urgent", "bowel-alarm", "tired-see-doctor", "psychosis", "numbness", "lasting-cough",
)  # fmt: skip
"""Signs that somebody with the complaint may have had for years without danger."""


@pytest.mark.parametrize("name", EVERY_TIME)
def test_sign_that_a_complaint_brings_every_time_asks_for_what_is_new(library, name):
    """Who has migraine with blurred sight each month must not answer yes each month."""
    assert re.search(r"\bnew\b", library.red_flags[name].brief)
    joined = [line.says for line in library.safety_words.danger_lines if name in line.signs]
    assert all(re.search(r"\bnew\b", says) for says in joined)


@pytest.mark.parametrize(
    ("sign", "need"), [("violence-at-home", "violence"), ("forced-sex", "forced-sex"), ("child-abuse", "children")]
)
def test_signs_of_violence_lead_to_those_who_listen_to_it(library, sign, need):
    """The lines of the need come first, and the sign's own words say that one stands below."""
    flag = library.red_flags[sign]
    assert flag.helpline == need
    assert re.search("helpline below", flag.tell)
