"""Every bundled article: its length, its references, theory named as theory."""

from __future__ import annotations

import re

import pytest

from tests.bundled.carried import ids

FIRST_HAND = {f"S{number}" for number in range(1, 21)}
ONLY_SAID = {"daily-life": "S12", "beside-acupressure": "S13", "how-it-may-work": "S15"}
"""Articles about what no reference has tested: they say "common guides say"."""

each_article = pytest.mark.parametrize("slug", ids("articles"))


@each_article
def test_article_is_long_enough_and_not_too_long(library, slug):
    """250 to 700 words."""
    words = re.findall(r"[A-Za-z0-9'’-]+", library.articles[slug].body)
    assert 250 <= len(words) <= 700, len(words)


@each_article
def test_references_and_neighbours_of_an_article_exist(library, slug):
    """What stands in brackets is a reference; what to see next is an article, condition, routine or point."""
    article = library.articles[slug]
    cited = re.findall(r"\[([a-z][\w-]+)\](?!\()", article.body)
    assert set(cited) <= set(library.references)
    known = {
        *library.articles,
        *library.conditions,
        *library.routines,
        *library.points,
        *library.techniques,
        *library.breathing,
    }
    assert set(article.see) <= known - {slug}
    assert set(article.documents) <= FIRST_HAND
    assert article.title
    assert re.search(r"[.?]$", article.summary)


@each_article
def test_commands_named_in_an_article_exist(library, slug):
    """`acu show`, `acu session` and their like name something that is there."""
    everything = {
        *library.articles, *library.conditions, *library.routines, *library.points, *library.techniques,
        *library.cautions,
        *library.breathing, *library.references, *library.meridians,
    }  # fmt: skip
    for command, name in re.findall(r"`acu (show|session|map|learn) ([\w-]+)`", library.articles[slug].body):
        assert name in everything or name.upper() in library.points, f"acu {command} {name}"


def test_sixteen_articles_and_every_document(library):
    """At least sixteen, and each of the twenty documents has one."""
    assert len(library.articles) >= 16
    assert set(library.articles) == set(ids("articles"))
    assert {document for article in library.articles.values() for document in article.documents} == FIRST_HAND


@pytest.mark.parametrize("slug", ONLY_SAID)
def test_what_nobody_tested_is_only_said(library, slug):
    """Food, drink, cupping and endorphins rest on common guides alone."""
    assert ONLY_SAID[slug] in library.articles[slug].documents
    assert re.search(r"[Cc]ommon guides say", library.articles[slug].body)


def test_guidelines_are_said_to_speak_of_needles(library):
    """S19: needles, not pressing, in the same paragraph as each guideline that speaks of needles."""
    body = library.articles["guidelines-and-needles"].body
    for name in ("acp-2017-back",):
        for paragraph in body.split("\n"):
            if f"[{name}]" in paragraph:
                assert re.search(r"needles, not pressing", paragraph, re.IGNORECASE)
    assert len(re.findall(r"needles, not pressing", body, re.IGNORECASE)) >= 2


def test_what_does_not_work_names_every_negative_trial(library):
    """All null results of the evidence guide stand in one article, with their references."""
    body = library.articles["what-does-not-work"].body
    for name in (
        "molassiotis-2013-anchor", "li-2018-knee-sham", "kafaei-2013-lr3", "xu-2017-migraine", "miller-2004-motion",
        "seaband-1990-motion", "edido-2021-neck", "margolin-2002-cocaine", "gates-cocaine-cochrane",
        "white-2014-smoking-cochrane", "elder-2012-tat", "cha-2016-myopia", "rochester-bands-2003",
    ):  # fmt: skip
        assert f"[{name}]" in body, name


def test_meridians_are_told_as_a_traditional_model(library):
    """Lore is lore: every meridian's tradition says so."""
    for meridian in library.meridians.values():
        assert meridian.tradition.lower().startswith("tradition"), meridian.code
        assert meridian.course, meridian.code
    assert "tradition" in library.articles["meridians"].body.lower()
