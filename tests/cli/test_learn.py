"""`acu learn`: the articles, each readable everywhere."""

from __future__ import annotations

import re

import pytest

from acucli.cli.group import COMMANDS
from acucli.library.compiled import CompiledLibrary
from tests.cli.conftest import Acu
from tests.conftest import DATA

ARTICLES = sorted(path.stem for path in (DATA / "articles").glob("*.md"))


@pytest.mark.parametrize("slug", ARTICLES)
def test_every_article_is_read_in_words_and_on_a_terminal(acu: Acu, slug: str, library: CompiledLibrary) -> None:
    """Its title, its whole text, at most 80 columns on a terminal."""
    article = library.articles[slug]
    plain = acu("learn", slug)
    assert plain.status == 0
    assert article.title in plain.out
    drawn = acu("learn", slug, terminal=True, NO_COLOR="1").out
    assert max(map(len, drawn.splitlines())) <= 80
    last = re.findall(r"[A-Za-z]{5,}", article.body)[-1]
    assert last in plain.out
    assert last in drawn


def test_the_list_names_them_all(acu: Acu, library: CompiledLibrary) -> None:
    """What does not work is among them."""
    listed = [line.split("\t")[0] for line in acu("learn").out.splitlines()]
    assert sorted(listed) == sorted(library.articles) == ARTICLES
    assert "what-does-not-work" in listed
    assert len(acu("learn", "--json").json["articles"]) == len(ARTICLES)


def test_by_title_and_as_json(acu: Acu, library: CompiledLibrary) -> None:
    """The title in any case is as good as the slug."""
    article = library.articles["what-does-not-work"]
    assert acu("learn", article.title.upper(), "--json").json["record"]["slug"] == "what-does-not-work"
    assert acu("learn", "nothing-like-it").status == 1


def test_every_command_an_article_names_exists() -> None:
    """`acu WORD` in a text is a command that is there."""
    for slug in ARTICLES:
        text = (DATA / "articles" / f"{slug}.md").read_text(encoding="utf-8")
        for name in re.findall(r"`acu ([a-z]+)", text):
            assert name in COMMANDS, f"{slug}: acu {name}"
