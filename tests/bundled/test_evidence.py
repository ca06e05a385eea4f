"""Every bundled reference: its identifiers as they were seen, its numbers as they were given, the traps kept out."""

from __future__ import annotations

import re

import pytest

from tests.bundled.carried import keyed, table, texts

IDENTIFIERS = ("doi", "pmid", "pmcid")
WORDED = ("kind", "direction", "certainty", "seen_level", "delivered_by")
INVENTED = re.compile(r"JAMA Internal Medicine", re.IGNORECASE)
"""A commercial page cites a trial of 2023 with 217 adults; no record of it exists."""
NEVER_SEEN = ("CD007854", "CD007410")
"""Reviews whose verdict was cut off in every copy: they carry nothing."""

each_reference = pytest.mark.parametrize("name", [row["id"] for row in table("references")])


@each_reference
def test_identifiers_are_as_they_were_seen(library, name):
    """No identifier is completed from memory: what was not seen is absent."""
    reference, row = library.references[name], keyed("references")[name]
    assert {key: getattr(reference, key) for key in IDENTIFIERS} == {key: row[key] for key in IDENTIFIERS}
    assert ("" if reference.year is None else str(reference.year)) == row["year"]
    assert {key: getattr(reference, key) for key in WORDED} == {key: row[key] for key in WORDED}
    assert str(reference.usable_for_claims).lower() == row["usable_for_claims"]
    assert str(reference.indirect).lower() == row["indirect"]
    assert list(reference.conditions) == row["conditions"].split()


@each_reference
def test_numbers_of_a_finding_are_as_given(library, name):
    """A finding is told in other words, never with another number."""
    said = set(re.findall(r"\d+(?:[.,]\d+)*", library.references[name].finding))
    assert said <= set(keyed("references")[name]["numbers"].split())


@each_reference
def test_needle_studies_and_unseen_results_say_so(library, name):
    """What is not pressing is called by its name, and what was not seen is said not to be visible."""
    reference = library.references[name]
    if reference.indirect and reference.usable_for_claims:
        text = f"{reference.title} {reference.finding}".lower()
        assert re.search(r"needl|acupunct|electr|stimulat|massag|tens\b|laser|prescri|sham|not visible", text)
    if not reference.usable_for_claims:
        assert re.search(r"not visible|not (?:be )?(?:seen|shown|read)", reference.finding)


def test_every_reference_says_when_and_how_it_was_last_read(library):
    """A day and a sentence; those that were not found again say that, and a card shows both."""
    for name, reference in library.references.items():
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", reference.checked), name
        assert reference.how.endswith("."), name
    again = [item for item in library.references.values() if item.checked >= "2026-11-30"]
    assert len(again) >= 115


def test_superseded_editions_say_so(library):
    """An old edition names the new one, and a draft its final text."""
    old = library.references["rcog-2016-nvp"]
    assert "second edition" in old.note
    assert library.references["rcog-2024-nvp"].doi == "10.1111/1471-0528.17739"
    assert "NG201" in library.references["nice-2021-nvp"].title


def test_all_references_are_there(library):
    """Those of the table and perhaps more, in the order of their ids."""
    assert set(keyed("references")) <= set(library.references)
    assert list(library.references) == sorted(library.references)


def test_no_reference_stands_unused_by_identifier(library):
    """The same identifier never stands under two references."""
    for key in IDENTIFIERS:
        found = [getattr(reference, key) for reference in library.references.values() if getattr(reference, key)]
        assert len(found) == len(set(found)), key


def test_the_trap_of_the_invented_trial_is_kept_out(library):
    """Nothing anywhere cites it."""
    for shelf in ("references", "conditions", "articles", "sources"):
        for name, record in getattr(library, shelf).items():
            assert not [path for path, text in texts(record) if INVENTED.search(text)], name


def test_reviews_whose_verdict_was_not_seen_are_not_cited(library):
    """They are no references, and nothing says what Cochrane found in them."""
    for reference in library.references.values():
        assert not any(number in reference.doi for number in (*NEVER_SEEN, "CD002962")), reference.id
    for shelf in ("conditions", "articles"):
        for name, record in getattr(library, shelf).items():
            for path, text in texts(record):
                assert not re.search(r"Cochrane (?:review )?found", text), f"{name} {path}"
                assert not any(number in text for number in NEVER_SEEN), f"{name} {path}"


def test_traps_of_single_trials_are_kept_out(library):
    """Only the fatigue figures of one trial, no SF-6D of another, and "about" where two sample sizes were printed."""
    finding = {name: record.finding for name, record in library.references.items()}
    assert not re.search(r"SF-6D", finding["yeung-2024-knee"])
    assert "about" in finding["solt-kirca-2021-constipation"].lower()
    assert not re.search(r"sleep quality (?:rose|improved|got better)", finding["zick-2016-fatigue"])


def test_references_are_used_or_belong_to_a_condition(library):
    """Every reference can be reached: from a condition, an article, a routine, or by its topic."""
    used = {name for condition in library.conditions.values() for name in condition.references}
    used |= {name for routine in library.routines.values() for name in routine.sources}
    used |= {name for article in library.articles.values() for name in re.findall(r"\[([\w-]+)\]", article.body)}
    topics = {topic for condition in library.conditions.values() for topic in condition.topics}
    general = {"pregnancy", "safety", "methods", "children", "self-acupressure-general"}
    for name, reference in library.references.items():
        assert name in used or set(reference.conditions) & (topics | general), name
