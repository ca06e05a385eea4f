"""The way to a start: danger first, Enter is no answer to it, a yes stops, and every screen can be read at a glance."""

from __future__ import annotations

import pytest

from acucli.dialogue.ready import MOST_WORDS_OF_A_LATER_START
from acucli.dialogue.sheets import MOST_WORDS, Page, words
from acucli.errors import EndedEarly, HeldBack
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Profile
from acucli.profile.danger_question import covered, danger_lines, danger_signs
from acucli.profile.file import load_profile
from acucli.profile.screening import stops, with_no
from tests.dialogue.conftest import Walker

FREELY = ("n", "n", "enter")
LATER = ("n",)


def said_on(page: Page) -> int:
    return sum(words(line.text) for line in page.lines)


def chosen(walk: Walker, brief: str) -> tuple[str, str, str]:
    """Return the keys that open the group with this answer, mark it and go back."""
    rows = walk("headache", *FREELY).sheets[1].rows
    number, row = next((number, row) for number, row in enumerate(rows, start=1) if brief in row.text.split(", "))
    return str(number), str(row.text.split(", ").index(brief) + 1), "enter"


def every_session(library: CompiledLibrary) -> list[str]:
    routines = library.routines
    conditions = [
        slug
        for slug, condition in library.conditions.items()
        if condition.offered and not (condition.routine and routines[condition.routine].open)
    ]
    return [slug for slug, routine in library.routines.items() if not routine.open] + conditions


@pytest.mark.long
def test_before_every_session_three_screens_that_fit_and_later_one(library: CompiledLibrary, walk: Walker) -> None:
    """Whole at 80 by 24, at most a hundred words each; from the second start on one, at most 120 words in all."""
    for what in every_session(library):
        first = walk(what, *FREELY)
        shown = first.pages(80, 24)
        assert [len(parts) for parts in shown] == [1, 1, 1], what
        assert all(said_on(page) <= MOST_WORDS and len(page.lines) <= 23 for parts in shown for page in parts), what
        later = walk(what, *LATER, profile=first.profile)
        ((page,),) = later.pages(80, 24)
        assert said_on(page) <= MOST_WORDS_OF_A_LATER_START, what
        assert len(page.lines) <= 23, what


@pytest.mark.long
def test_every_sign_that_stops_a_session_is_on_its_danger_question(library: CompiledLibrary, walk: Walker) -> None:
    """Those the condition watches for and those that are asked of it, of its parents and of everybody."""
    for what in every_session(library):
        first = walk(what, *FREELY)
        plan = first.settled.proposal.prepared.plan
        assert plan is not None
        signs = danger_signs(plan, library, Profile(), today="2026-11-20")
        listed = {sign for slug in plan.conditions for sign in library.conditions[slug].watch_for}
        asked = {flag.id for flag in (*first.settled.proposal.prepared.asked, *first.settled.proposal.prepared.shown)}
        wanted = {
            flag.id
            for flag in library.red_flags.values()
            if stops(flag) and flag.id in listed | asked and (not flag.only_if or flag in signs)
        }
        lines = danger_lines(signs, library)
        assert wanted <= {flag.id for flag in signs} <= covered(lines), what
        texts = {row.text for row in first.sheets[0].rows}
        assert {line.says for line in lines} <= texts, what


@pytest.mark.parametrize("size", [(40, 20), (30, 10)])
def test_small_screens_page_and_only_the_last_page_takes_a_no(walk: Walker, size: tuple[int, int]) -> None:
    """Nothing is higher than the screen, nothing is cut; the way out stands on every page."""
    shown = walk("headache", *FREELY).pages(*size)
    for parts in shown:
        assert [page.last for page in parts] == [False] * (len(parts) - 1) + [True]
        for page in parts:
            assert len(page.lines) < size[1]
            assert all(len(line.text) <= size[0] for line in page.lines)
            assert any("q leave" in line.text for line in page.lines[-2:])


@pytest.mark.parametrize("answers", [("enter",), ("enter", "enter", "enter"), ("space",), ("q",), ()])
def test_nothing_but_n_passes_the_danger_question(walk: Walker, answers: tuple[str, ...]) -> None:
    """Enter alone never does; whoever gives no answer has not started."""
    with pytest.raises(EndedEarly):
        walk("headache", *answers)
    with pytest.raises(EndedEarly):
        walk("headache", *answers, yes=True)
    known = walk("headache", *FREELY).profile
    with pytest.raises(EndedEarly):
        walk("headache", *answers, profile=known, yes=True)


def test_a_yes_stops_and_says_what_is_for_now_before_what_is_for_today(walk: Walker) -> None:
    """Status 4, at the first start and at a later one; nothing is kept of it."""
    stopped = walk("headache", "y")
    assert stopped.settled.status == 4
    assert stopped.said.index("Call now if:") < stopped.said.index("Today if:")
    assert stopped.profile == Profile()
    known = walk("headache", *FREELY).profile
    later = walk("headache", "y", profile=known)
    assert later.settled.status == 4
    assert "acu profile set --" in later.said  # a fever or an injury alone is said there


def test_over_fifty_with_a_new_headache_stops(walk: Walker) -> None:
    """It is no longer only swapped; a no brings the temple points back without a further question."""
    sheet = walk("headache", *FREELY).sheets[0]
    assert any("over 50" in row.text for row in sheet.rows)
    older = walk("headache", "n", *chosen(walk, "over 50"), "n", "y", "enter")
    plan = older.settled.proposal.prepared.plan
    assert plan is not None
    assert "EX-HN5" in {step.code for step in plan.steps}


def test_what_an_answer_calls_for_is_asked_before_ready(library: CompiledLibrary, walk: Walker) -> None:
    """Somebody who is pregnant is asked the signs of pregnancy, and a yes to them stops too."""
    answers = ("n", "2", "1", "enter", "n", "y")
    assert walk("low-back", *answers, "n", "enter").sheets[-1].title == "Ready"
    stopped = walk("stress", "n", "n", "enter", profile=None)
    assert stopped.settled.status is None


def test_what_was_understood_is_said_back_before_it_is_kept(walk: Walker, environment) -> None:
    """A no asks again; a group that was not opened counts as a whole."""
    twice = walk("headache", "n", "3", "enter", "n", "n", "3", "1", "enter", "n", "y", "enter")
    assert [sheet.title for sheet in twice.sheets].count("Right?") == 2
    assert {answer.slug for answer in twice.profile.answers} == {"blood-thinners"}
    assert load_profile(environment).profile == twice.profile
    whole = walk("headache", "n", "3", "enter", "n", "y", "enter")
    assert {answer.slug for answer in whole.profile.answers} == {"blood-thinners", "bleeds-easily", "low-platelets"}


def test_a_group_that_stops_the_session_stops_it(walk: Walker) -> None:
    """A fever: not this session, and the answer is kept for today."""
    with pytest.raises(HeldBack):
        walk("headache", "n", *chosen(walk, "fever"), "n", "y")


def test_a_place_is_asked_and_an_unknown_one_stays_unknown(walk: Walker) -> None:
    """`hand left` leaves the left hand alone; what is no place is asked again."""
    asked = walk("headache", "n", "5", "6", "enter", "n", "y", "nowhere", "hand left", "enter")
    assert {(item.slug, item.region, item.side) for item in asked.profile.answers} == {("skin-broken", "hand", "left")}
    plan = asked.settled.proposal.prepared.plan
    assert plan is not None
    assert ("LI4", "left") not in {(step.code, step.side) for step in plan.steps}


def test_an_old_answer_is_asked_again_and_may_be_over(walk: Walker, library: CompiledLibrary, clock) -> None:
    """Yesterday's fever stands in the way until it is said to be over."""
    today = "2026-11-20"
    known = with_no(Profile(), library.questions, today=today)
    ill = Profile(answers=walk("stress", *FREELY).profile.answers, said_no=known.said_no, screened=today)
    from msgspec.structs import replace

    from acucli.model.practice import ProfileAnswer

    ill = replace(ill, answers=(ProfileAnswer(slug="fever", given="2026-11-19"),))
    over = walk("headache", "n", "n", profile=ill)
    assert over.sheets[0].title == "Still so?"
    assert over.settled.status is None
    assert not over.profile.has("fever")
    with pytest.raises(HeldBack):
        walk("headache", "y", profile=ill)


def test_for_another_asks_the_same_and_keeps_nothing(walk: Walker, environment) -> None:
    """Nothing of the other person reaches this machine's profile."""
    other = walk("headache", "n", "3", "1", "enter", "n", "y", "enter", for_another=True)
    assert {answer.slug for answer in other.profile.answers} == {"blood-thinners"}
    assert not environment.paths.profile.exists()


def test_how_strong_it_is_may_be_said_and_skipped(walk: Walker) -> None:
    """A digit marks it, t is ten, Enter begins."""
    assert walk("headache", "n", "n", "7", "enter").settled.strength == 7
    assert walk("headache", "n", "n", "3", "t", "enter").settled.strength == 10
    assert walk("headache", *FREELY).settled.strength is None


def test_a_slower_pace_is_offered_once_and_kept(walk: Walker, environment) -> None:
    """`g` makes the session gentler at once, `l` asks for large digits; both are settings from then on."""
    gentle = walk("headache", "n", "n", "g", "l", "enter")
    assert "gentle = true" in environment.paths.settings.read_text()
    assert "huge = true" in environment.paths.settings.read_text()
    later = walk("headache", *LATER, profile=gentle.profile)
    assert all(key.key != "g" for key in later.sheets[0].foot)
