"""Favourites: sessions kept under a name, privately, and never in the way of a command."""

from __future__ import annotations

import stat

import pytest

from acucli.errors import UsageError
from acucli.profile.favourites import (
    LONGEST_NAME,
    MOST_FAVOURITES,
    drop_favourite,
    favourites_file,
    keep_favourite,
    load_favourites,
)


def test_what_is_kept_is_found_by_its_name_in_any_capitals(environment):
    """The arguments come back as they were given, and the day with them."""
    kept = keep_favourite(environment, "Evening", ("headache", "--gentle"))
    found = load_favourites(environment)
    assert found.named("evening") == kept
    assert kept.arguments == ("headache", "--gentle")
    assert kept.kept == environment.clock.today()
    assert found.notes == ()


def test_without_a_file_there_is_none_and_nothing_is_written(environment):
    """Looking leaves no trace, and so does dropping what is not there."""
    assert load_favourites(environment).kept == ()
    assert not drop_favourite(environment, "evening")
    assert not environment.paths.config.exists()


def test_the_file_is_private(environment):
    """What somebody presses for is nobody else's business."""
    keep_favourite(environment, "evening", ("sleep",))
    assert stat.S_IMODE(favourites_file(environment).stat().st_mode) == 0o600


def test_the_same_name_replaces_in_its_place(environment):
    """Numbers on the home stay what they were."""
    for name, what in (("one", "stress"), ("two", "sleep"), ("ONE", "headache")):
        keep_favourite(environment, name, (what,))
    assert [(item.name, item.arguments) for item in load_favourites(environment).kept] == [
        ("ONE", ("headache",)),
        ("two", ("sleep",)),
    ]


def test_dropping_leaves_the_others_and_what_a_person_wrote(environment):
    """Comments and keys of later versions stay."""
    keep_favourite(environment, "one", ("stress",))
    keep_favourite(environment, "two", ("sleep",))
    path = favourites_file(environment)
    path.write_text(f'# mine\ncolour = "blue"\n{path.read_text()}')
    assert drop_favourite(environment, "One")
    assert [item.name for item in load_favourites(environment).kept] == ["two"]
    assert all(line in path.read_text() for line in ("# mine", 'colour = "blue"'))
    assert drop_favourite(environment, "two")
    assert load_favourites(environment).kept == ()


@pytest.mark.parametrize("name", ["", "  ", "--yes", "x" * (LONGEST_NAME + 1)])
def test_a_name_must_be_one(environment, name):
    """No name that an option could be taken for, none that is nothing."""
    with pytest.raises(UsageError):
        keep_favourite(environment, name, ("stress",))


def test_a_favourite_needs_a_session(environment):
    """Blank words are no session."""
    with pytest.raises(UsageError):
        keep_favourite(environment, "evening", (" ",))


def test_there_is_an_end(environment):
    """A file filled by a slip stays one that can be looked through."""
    path = favourites_file(environment)
    path.parent.mkdir(parents=True)
    path.write_text("".join(f'[[favourites]]\nname = "n{n}"\narguments = ["sleep"]\n' for n in range(MOST_FAVOURITES)))
    with pytest.raises(UsageError):
        keep_favourite(environment, "one more", ("stress",))
    keep_favourite(environment, "n3", ("stress",))


@pytest.mark.parametrize(
    "content",
    [
        b"\xff[[[",
        b"[[[",
        b'favourites = "x"',
        b'[[favourites]]\nname = "-x"\narguments = ["sleep"]',
        b"[[favourites]]\nname = 3",
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_kept_beside(environment, content):
    """Nothing raises, nothing is lost."""
    path = favourites_file(environment)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    found = load_favourites(environment)
    assert found.kept == ()
    assert found.notes
    keep_favourite(environment, "evening", ("sleep",))
    assert load_favourites(environment).named("evening") is not None


def test_a_control_character_in_a_name_is_shown_not_obeyed(environment):
    """A file may come from anybody."""
    kept = keep_favourite(environment, "a\x1b[2Jb", ("sleep",))
    assert "\x1b" not in kept.name
