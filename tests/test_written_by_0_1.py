"""What is kept keeps working: journal, profile, settings, courses and a pack as version 0.1 wrote them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from acucli.guide.resume import remainder_of
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.host.settings import load, save
from acucli.journal.compact import compact
from acucli.journal.course_store import load_courses
from acucli.journal.sessions import last_unfinished, sessions_of
from acucli.journal.store import Journal
from acucli.library.compiled import CompiledLibrary
from acucli.library.loader import open_library
from acucli.library.source import read_single_file
from acucli.model.practice import Profile, ProfileAnswer
from acucli.profile.file import load_profile, save_profile
from acucli.profile.handwriting import understood
from acucli.session.machine import place_after
from tests.conftest import ROOT, FakeClock

SAMPLES = ROOT / "tests" / "samples" / "written_by_0_1"
LATER = 1_796_032_800.0
"""2026-11-30 10:00 UTC, an hour after it was written."""


@pytest.fixture
def old(tmp_path: Path) -> Environment:
    """Return a home as version 0.1 left it, an hour later."""
    home = tmp_path / "home"
    for folder, names in (
        ("config", ("config.toml", "profile.toml")),
        ("state", ("journal.jsonl", "courses.json")),
        ("data/packs", ("mine01.yaml",)),
    ):
        (home / folder).mkdir(parents=True)
        for name in names:
            shutil.copy(SAMPLES / name, home / folder / name)
    variables = {"ACU_HOME": str(home), "HOME": str(tmp_path)}
    return Environment(variables, Paths.from_variables(variables), clock=FakeClock(LATER))


def test_the_journal_is_read(old: Environment) -> None:
    """Every session with its numbers, its note and its end; rehearsals apart."""
    contents = Journal(old).read()
    assert contents.damaged == 0
    assert contents.set_aside == ()
    sessions = sessions_of(contents.lines, rehearsals=True)
    assert [(item.slug, item.why, item.rehearsal) for item in sessions] == [
        ("stress-quick", "done", True),
        ("stress-quick", "done", False),
        ("stress", "SIGTERM", False),
    ]
    assert sessions[1].notes[0].text == "slept well = yes"
    assert sessions[1].pressed == (("CV17", "midline", 40.0),)
    assert sessions_of(Journal(old).recent(5).lines) == sessions[1:]


def test_an_interrupted_session_is_taken_up(old: Environment, library: CompiledLibrary) -> None:
    """With its steps, in the library's words of today."""
    found = last_unfinished(Journal(old), now=old.clock.now(), host="here")
    assert found.plan.slug == "stress"
    left = remainder_of(
        found.plan, place_after(found.events), library, Profile(), today=old.clock.today(), pressed_today={}
    )
    assert [step.code for step in left.plan.steps] == [step.code for step in found.plan.steps]


def test_the_journal_is_compacted(old: Environment) -> None:
    """Nothing of what was done changes."""
    before = sessions_of(Journal(old).read().lines, rehearsals=True)
    events = Journal(old).events_of(before[2].sid)
    made = compact(Journal(old))
    assert made.after < made.before
    assert sessions_of(Journal(old).read().lines, rehearsals=True) == before
    assert Journal(old).events_of(before[2].sid) == events


def test_the_profile_is_read_and_written(old: Environment, library: CompiledLibrary) -> None:
    """Without a remark; what it held is there after it was written anew."""
    loaded = load_profile(old)
    profile, mended = understood(loaded.profile, library, loaded.claims)
    assert (loaded.notes, mended) == ((), ())
    assert profile.answers == (
        ProfileAnswer(slug="blood-thinners", given="2026-11-30"),
        ProfileAnswer(slug="skin-broken", given="2026-11-30", region="hand", side="left"),
    )
    assert (profile.blocked_points, profile.country, profile.crisis_number) == (("LI4",), "GB", "555 2")
    save_profile(old, profile)
    assert load_profile(old).profile == profile


def test_the_settings_are_read_and_written(old: Environment) -> None:
    """A setting that is gone is passed over without a word."""
    settings, problems = load(old)
    assert problems == []
    assert (settings.hold, settings.gentle, settings.change_seconds) == (45, True, 5.0)
    save(old, {"hold": 60})
    assert load(old)[0].hold == 60
    assert load(old)[0].gentle


def test_the_courses_are_read(old: Environment) -> None:
    """One goes on, one was ended."""
    kept = load_courses(old)
    assert kept.notes == ()
    assert [(item.id, bool(item.dropped)) for item in kept.courses] == [("stress", False), ("low-back-pain", True)]
    assert sum(stage.times for stage in kept.courses[0].stages) == 13


def test_the_pack_is_used(old: Environment) -> None:
    """Without a remark."""
    library = open_library(old)
    assert library.notes == ()
    assert "mine01" in library.routines


def test_a_pack_with_the_stop_rule_of_old_is_used(old: Environment) -> None:
    """Without a remark at every command; its two rules of time are made from its own rhythm."""
    shutil.copy(SAMPLES / "ache01.yaml", old.paths.packs / "ache01.yaml")
    library = open_library(old)
    assert library.notes == ()
    ache = library.conditions["my-ache"]
    assert (ache.see_somebody.days, ache.stop_pressing.days, ache.stop_rule) == (28, 42, "")
    (note,) = read_single_file(SAMPLES / "ache01.yaml").notes
    assert "`stop_rule` is read as see_somebody and stop_pressing" in note
