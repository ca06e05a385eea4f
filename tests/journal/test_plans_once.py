"""A plan stands in the journal once; old journals, which hold it in every start line, are read and compacted."""

from __future__ import annotations

import msgspec

from acucli.journal.compact import compact
from acucli.journal.erase import erase_sessions
from acucli.journal.export import to_json
from acucli.journal.importing import import_json
from acucli.journal.sessions import sessions_of
from acucli.journal.store import Journal
from acucli.model.practice import Event, Pace, Plan, PlanStep


def plan(slug: str = "stress") -> Plan:
    """Return a plan with words that nobody needs twice."""
    steps = (PlanStep(n=1, name="Hegu", code="LI4", side="left", seconds=60.0, words="w" * 3000),)
    return Plan(slug=slug, name=slug, kind="routine", steps=steps, pace=Pace(slug="off", name="Off"), total_seconds=60)


def start(sid: str, slug: str = "stress") -> Event:
    """Return the start of a session."""
    return Event(kind="start", sid=sid, seq=1, at="2026-11-20T12:00:00Z", plan=plan(slug), left=60.0)


def old_line(event: Event) -> bytes:
    """Return an event as version 0.1 wrote it, its whole plan in it."""
    return b'{"v":1,' + msgspec.json.encode(event)[1:] + b"\n"


def test_a_plan_is_written_once_and_read_whole(journal: Journal) -> None:
    """Ten sessions of one plan take little more room than one."""
    for number in range(10):
        journal.append(start(f"s{number}"))
    raw = journal.raw()
    assert raw.count(b"w" * 3000) == 1
    assert [event.plan for event in journal.events_of("s9")] == [plan()]
    assert sessions_of(journal.read().lines)[9].planned_seconds == 60.0


def test_an_old_journal_is_read_as_ever_and_compacted(journal: Journal) -> None:
    """The same sessions, the same plans, a fraction of the bytes; damaged and later lines stay where they are."""
    journal.path.parent.mkdir(parents=True)
    later = b'{"v":3,"kind":"start","sid":"l","plan":{"aura":1}}\n'
    old = b"".join(old_line(start(f"s{number}", f"r{number % 2}")) for number in range(20))
    journal.path.write_bytes(old + later + b"{torn\n")
    before = journal.read(mend=False)
    assert journal.events_of("s7")[0].plan == plan("r1")
    made = compact(journal)
    assert made.before > 5 * made.after
    assert journal.read(mend=False).damaged == 1
    assert later in journal.raw()
    assert sessions_of(journal.read(mend=False).lines) == sessions_of(before.lines)
    assert journal.events_of("s7")[0].plan == plan("r1")
    assert compact(journal).after == made.after


def test_a_deleted_session_takes_its_plan_along(journal: Journal) -> None:
    """What no other session had is gone; what another had stays."""
    for sid, slug in (("a", "one"), ("b", "two"), ("c", "two")):
        journal.append(start(sid, slug))
    erase_sessions(journal, ["a", "b"])
    assert b'"slug":"one"' not in journal.raw()
    assert journal.events_of("c")[0].plan == plan("two")


def test_an_export_brings_its_plans_along(journal: Journal, environment, tmp_path) -> None:
    """And of an old export the plans are put in once."""
    for sid in ("a", "b"):
        journal.append(start(sid))
    content = to_json(sessions_of(journal.read().lines), journal.raw_lines())
    erase_sessions(journal, ["a", "b"])
    assert import_json(journal, content).added == ("a", "b")
    assert journal.events_of("b")[0].plan == plan()
    lines = [msgspec.json.decode(old_line(start(sid))) for sid in ("x", "y")]
    old = msgspec.json.encode({"kind": "journal", "schema_version": 1, "lines": lines})
    assert import_json(journal, old).added == ("x", "y")
    assert journal.events_of("y")[0].plan == plan()
    assert journal.raw().count(b"w" * 3000) <= 2
