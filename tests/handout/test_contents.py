"""What stands on a sheet: every warning sign, whom it is not for, and nobody's answers."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from acucli.errors import HeldBack, RecordNotFound
from acucli.guide import handouts
from acucli.guide.handouts import handout_of
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.handout import handout_markdown, handout_page
from acucli.model.answers import Stop
from acucli.model.handout_sheet import Handout
from acucli.model.library import Library
from acucli.model.practice import Plan, PlanStep, Profile, ProfileAnswer, Verdict
from acucli.profile.danger_question import danger_signs
from acucli.safety.judge import Judge
from tests.bundled.carried import ids
from tests.handout.conftest import TODAY, sheet_of


def answered(slug: str, **place: str) -> Profile:
    """Return a profile of this one answer."""
    return Profile(answers=(ProfileAnswer(slug=slug, given=TODAY, **place),))  # type: ignore[arg-type]


def changes(step: PlanStep, verdict: Verdict) -> bool:
    """Tell whether a verdict leaves less of a step than there is."""
    less = verdict.max_pressure < step.pressure or verdict.max_seconds < step.seconds or verdict.look_first
    return less or verdict.action not in {"allowed", "lighter"}


def test_words_of_danger_stop_it(library: Library) -> None:
    """A sheet is no way round the warning signs."""
    found = handout_of(Request(what="chest pain down my left arm"), library, Profile(), today=TODAY)
    assert isinstance(found, Stop)
    assert found.status == 4


def test_unknown_words_are_an_error(library: Library) -> None:
    """Nothing is guessed into a sheet."""
    with pytest.raises(RecordNotFound):
        handout_of(Request(what="xyzzy"), library, Profile(), today=TODAY)


def test_information_is_a_page_without_pressing(library: Library) -> None:
    """What pressing is no answer to gets a page with what helps, and nothing to press."""
    condition = next(item for item in library.conditions.values() if not item.offered and item.watch_for)
    sheet = sheet_of(condition.slug, library)
    assert (sheet.kind, sheet.plan, sheet.places) == ("information", None, ())
    page = handout_page(sheet, library)
    assert "<script" not in page
    assert condition.advice[0][:20] in page


def test_panic_is_breath_alone(library: Library) -> None:
    """As in the terminal, words of panic lead to a minute of breath and to no point; whom to call comes first."""
    sheet = sheet_of("panic", library)
    assert sheet.kind == "breath"
    assert sheet.plan is not None
    assert [step.code for step in sheet.plan.steps] == [""]
    assert "call" in sheet.plan.said_first[0]
    assert sheet.signs


def test_every_sign_that_stops_a_session_stands_on_it(library: Library) -> None:
    """A sheet for anybody says each sign that could stop anybody's session."""
    sheet = sheet_of("headache", library)
    assert sheet.plan is not None
    expected = {flag.brief for flag in danger_signs(sheet.plan, library, Profile(), today=TODAY)}
    assert expected <= {sign.brief for sign in sheet.signs}
    assert len(sheet.danger) <= 7


def test_no_profile_shapes_a_sheet_for_others(library: Library) -> None:
    """Without `mine` a profile changes nothing on the sheet."""
    request = Request(what="nausea")
    pregnant = handout_of(request, library, answered("pregnant"), today=TODAY)
    assert pregnant == handout_of(request, library, Profile(), today=TODAY)


def test_mine_leaves_out_what_is_not_for_this_person(library: Library) -> None:
    """A pregnant woman's own sheet has no LI4, is headed so, and still names everybody it is not for."""
    others, own = sheet_of("nausea", library), sheet_of("nausea", library, answered("pregnant"))
    assert "LI4" in [place.code for place in others.places]
    assert "LI4" not in [place.code for place in own.places]
    assert set(others.not_if) <= set(own.not_if)
    assert "For one person, do not pass on." in handout_page(own, library)
    assert "**For one person, do not pass on.**" in handout_markdown(own)


def test_mine_prints_no_answer(library: Library) -> None:
    """What changes for a person is on the sheet, and not why: neither in its words nor in what its session says."""
    own = sheet_of("headache", library, answered("blood-thinners"))
    assert own.plan is not None
    said = " ".join([*own.plan.said_first, *own.plan.before, *(line for step in own.plan.steps for line in step.care)])
    assert "thin" not in said.replace("Thin bone", "")
    assert "bleed" not in said
    assert (own.plan.says, own.plan.left_out, own.plan.stand_ins) == ((), (), ())
    assert {step.pressure for step in own.plan.steps} == {1}


def test_under_eighteen_has_no_sheet_of_their_own(library: Library) -> None:
    """Where no session is for a person there is no sheet for them either."""
    with pytest.raises(HeldBack):
        handout_of(Request(what="nausea"), library, answered("under-18"), today=TODAY, mine=True)


def own_sheet_is_safe(what: str, slug: str, library: Library, not_if: Sequence[str]) -> None:
    """Fail where the sheet of a person with this answer holds a blocked place or has lost a NOT IF."""
    profile = answered(slug, region="hand", side="left") if library.questions[slug].asks_place else answered(slug)
    try:
        own = sheet_of(what, library, profile)
    except HeldBack:
        return
    assert own.plan is not None
    judge = Judge(library, profile, today=TODAY)
    pressed = [step for step in own.plan.steps if step.place]
    assert {judge.step(step).action for step in pressed} <= {"allowed", "lighter"}, (what, slug)
    assert {place.code for place in own.places if place.code} == {step.code for step in pressed if step.code}
    assert set(not_if) <= set(own.not_if), (what, slug)


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whom a plan is not for be found once for each plan: most answers change none, and finding it is slow."""
    known: dict[bytes, tuple[str, ...]] = {}
    find = handouts._cautions_by_answer

    def found(plan: Plan, library: Library, today: str) -> tuple[str, ...]:
        key = msgspec.msgpack.encode(plan)
        if key not in known:
            known[key] = tuple(find(plan, library, today))
        return known[key]

    monkeypatch.setattr(handouts, "_cautions_by_answer", found)


@pytest.mark.long
@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("what", sorted({*ids("conditions"), *ids("routines")}))
def test_no_sheet_of_ones_own_holds_a_blocked_place(what: str, library: Library) -> None:
    """Of every offered condition and routine, for every answer: the judge allows each place, no NOT IF is lost."""
    plain = sheet_of(what, library) if what in library.routines or library.conditions[what].offered else None
    if plain is None or plain.kind == "information":
        return  # nothing is pressed for it
    assert plain.not_if or plain.kind == "breath", what
    for slug in library.questions:
        own_sheet_is_safe(what, slug, library, plain.not_if)


@pytest.mark.long
def test_every_answer_that_changes_a_plan_has_its_line(library: Library) -> None:
    """Of every session: an answer that changes what is pressed is said on the sheet for everybody."""
    for what in ("nausea", "headache", "low-back", "whole-body", "stress", "sleep"):
        sheet = sheet_of(what, library)
        plain = prepare(Request(what=what), library, Profile(), today=TODAY).plan
        assert plain is not None
        for slug, question in library.questions.items():
            if question.asks_place:
                continue
            judge = Judge(library, answered(slug), today=TODAY)
            pairs = [(step, judge.step(step)) for step in plain.steps]
            changed = {name for step, verdict in pairs if changes(step, verdict) for name in verdict.cautions[:1]}
            changed |= set(judge.session().cautions)
            own = {library.cautions[name].brief for name in changed if slug in library.cautions[name].profile}
            assert own <= set(sheet.not_if), (what, slug)


def test_evidence_is_a_sheet_of_its_own(library: Library) -> None:
    """What the grade rests on is there for whoever asks, and only then."""
    sheet = sheet_of("nausea", library)
    first = sheet.references[0].title
    assert isinstance(sheet, Handout)
    assert "What this rests on" not in handout_page(sheet, library)
    assert "What this rests on" in handout_page(sheet, library, evidence=True)
    assert first.split()[0] in handout_markdown(sheet, evidence=True)
