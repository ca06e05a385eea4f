"""Nearness: what a word may have been meant for."""

from __future__ import annotations

from acucli.text.nearness import closest

SLUGS = ("headache", "head-cold", "stiff-neck", "neck-pain")


def test_the_nearest_come_first() -> None:
    """Three at most, or as many as are asked for."""
    assert closest("headake", SLUGS)[0] == "headache"
    assert closest("neck pane", SLUGS, most=1) == ["neck-pain"]


def test_what_is_like_nothing_has_no_neighbour() -> None:
    """A word that shares too few letters is not offered."""
    assert closest("zzz", SLUGS) == []
    assert closest("stiff", SLUGS, least=90) == []
