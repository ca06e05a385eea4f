"""`acu find` on one screen: every complaint of the library, at the sizes people have."""

from __future__ import annotations

import io
import re
import shlex

import pytest

from acucli.guide.finding import find
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.guide.shortlist import ListWish, shortlist_of, signs_first
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.library.compiled import CompiledLibrary
from acucli.model.answers import FindAnswer
from acucli.model.practice import Profile, ProfileAnswer
from acucli.render.context import AppContext
from acucli.render.found_screen import draw_found
from acucli.render.found_sentences import danger_words, spoken
from acucli.render.output import Output
from acucli.render.output_options import OutputOptions
from acucli.render.style import PLAIN_STYLE, Style
from tests.bundled.carried import ids
from tests.cli.conftest import FakeTerminal

TODAY = "2026-11-20"
PLACE = re.compile(r" ?\d+ ")

each_condition = pytest.mark.parametrize("slug", ids("conditions"))


def context(library: CompiledLibrary, profile: Profile, size: tuple[int, int], **variables: str) -> AppContext:
    """Return the context of a terminal of a size, with this library and profile at hand."""
    named = {"ACU_HOME": "/nowhere", "COLUMNS": str(size[0]), "LINES": str(size[1]), "TERM": "xterm-256color"}
    named |= {"NO_COLOR": "1", **variables}
    environment = Environment(named, Paths.from_variables(named), stdout=FakeTerminal(), stderr=io.StringIO())
    options = OutputOptions()
    run = AppContext(environment, options, Output(environment, options))
    run.__dict__.update(library=library, profile=profile)
    return run


def answer_of(library: CompiledLibrary, query: str, profile: Profile | None = None) -> FindAnswer:
    """Return the answer to a query."""
    return find(query, library, profile or Profile(), today=TODAY)


def screen_of(
    library: CompiledLibrary,
    answer: FindAnswer,
    size: tuple[int, int] = (80, 24),
    style: Style = PLAIN_STYLE,
    profile: Profile | None = None,
) -> list[str]:
    """Return the rows that a terminal of that size shows, remarks first."""
    run = context(library, profile or Profile(), size)
    for note in answer.notes:
        run.output.note(f"note: {note}")
    draw_found(answer, run, style)
    remarks = [""] * run.output.remark_rows
    assert run.environment.stdout is not None
    return [*remarks, *run.environment.stdout.getvalue().splitlines()]  # type: ignore[attr-defined]


@each_condition
def test_every_complaint_fits_one_screen(library: CompiledLibrary, slug: str) -> None:
    """At 80 by 24 at most 22 rows, the first place among the first six of the answer, nothing beyond the edge."""
    answer = answer_of(library, slug)
    if answer.status:
        return  # held back: nothing is listed
    rows = screen_of(library, answer)
    assert len(rows) <= 22
    assert max(map(len, rows)) <= 80
    assert rows[-1].strip()
    told = [row for row in rows if row]
    first = next((number for number, row in enumerate(told, start=1) if PLACE.match(row)), 0)
    assert first <= 6
    assert bool(first) == library.conditions[slug].offered


@each_condition
def test_list_and_session_name_the_same_places(library: CompiledLibrary, slug: str) -> None:
    """The places of the session that the title names come first, all of them, in its order, with its seconds."""
    condition = library.conditions[slug]
    answer = answer_of(library, slug)
    if answer.status or not condition.offered:
        return
    listed = shortlist_of(answer, library, Profile(), today=TODAY)
    what = shlex.split(listed.later or listed.start)[2]
    plan = prepare(Request(what=what), library, Profile(), today=TODAY).plan
    assert plan is not None
    assert listed.minutes == (1 if listed.later else max(1, round(plan.total_seconds / 60)))
    pressed = list(dict.fromkeys(step.place for step in plan.steps))
    named = [place if place in library.points else library.areas[place].name for place in pressed]
    assert [place.code or place.name for place in listed.places[: listed.pressed]] == named
    rows = screen_of(library, answer)
    for number, name in enumerate(named, start=1):
        assert any(row.split()[0] == str(number) and name in row for row in rows if PLACE.match(row)), name


@pytest.mark.parametrize("slug", ["headache", "insomnia", "nausea", "wellness", "low-back-pain", "breathlessness"])
@pytest.mark.parametrize("size", [(40, 20), (60, 24), (79, 24), (120, 40), (200, 60)], ids=lambda size: f"{size[0]}")
def test_nothing_is_cut_at_any_width(library: CompiledLibrary, slug: str, size: tuple[int, int]) -> None:
    """Every row fits, and the danger, the evidence and the way to all of it are whole."""
    answer = answer_of(library, slug)
    rows = screen_of(library, answer, size)
    assert max(map(len, rows)) <= size[0]
    text = " ".join(" ".join(rows).split())
    assert answer.conditions[0].grade_words in text
    assert f"acu find {slug} --why" in text
    danger = signs_first(answer, library, Profile())
    assert not danger or danger[0].brief in text


def test_signs_that_are_this_persons_come_first(library: CompiledLibrary) -> None:
    """Somebody pregnant reads the signs of pregnancy before those of everybody, and a sign of age stands last."""
    profile = Profile(answers=(ProfileAnswer(slug="pregnant", given=TODAY),))
    answer = answer_of(library, "headache", profile)
    assert signs_first(answer, library, profile)[0].id == "pregnancy-emergency"
    levels = [flag.level for flag in signs_first(answer, library, Profile())]
    assert levels == sorted(levels, key=["emergency", "crisis", "urgent", "see-doctor"].index)
    assert set(signs_first(answer, library, profile)) == set(answer.watch_for)


def test_danger_that_cannot_wait_is_never_pushed_out_by_what_can(library: CompiledLibrary) -> None:
    """The line holds signs of one kind, the gravest there is, and counts the rest of that kind."""
    signs = signs_first(answer_of(library, "headache"), library, Profile())
    words = danger_words(signs, 140)
    assert words.startswith(f"Call now: {signs[0].brief}")
    assert re.search(r"; and \d more\.$", words)
    assert len(words) <= 150
    assert danger_words([flag for flag in signs if flag.level == "urgent"], 140).startswith("Today: ")
    assert danger_words((), 140) == ""


def test_the_profile_shapes_the_list_as_it_shapes_the_session(library: CompiledLibrary) -> None:
    """Somebody pregnant gets the stand-in, told as one, and never the point itself."""
    profile = Profile(answers=(ProfileAnswer(slug="pregnant", given=TODAY),))
    answer = answer_of(library, "nausea", profile)
    listed = shortlist_of(answer, library, profile, today=TODAY)
    assert "LI4" not in {place.code for place in listed.places}
    assert "LI4" in {place.stands_for for place in listed.places}
    rows = screen_of(library, answer, profile=profile)
    assert any("instead of LI4" in row for row in rows)
    assert len(rows) <= 22


def test_what_the_words_say_goes_with_the_session(library: CompiledLibrary) -> None:
    """The command of the title carries the facts, quoted, and the list obeys them."""
    query = "i am pregnant and feel sick"
    listed = shortlist_of(answer_of(library, query), library, Profile(), today=TODAY)
    assert listed.start == f'acu session "{query}"'
    assert "LI4" not in {place.code for place in listed.places}


def test_further_complaints_keep_the_facts_too(library: CompiledLibrary) -> None:
    """Each command of a second complaint says what was said of the person; without facts it is the name alone."""
    said = shortlist_of(answer_of(library, "headache and insomnia, I am pregnant"), library, Profile(), today=TODAY)
    bare = shortlist_of(answer_of(library, "headache and insomnia"), library, Profile(), today=TODAY)
    assert said.others == {"insomnia": 'acu session "insomnia, pregnant"'}
    assert bare.others == {"insomnia": "acu session insomnia"}


def test_words_from_right_to_left_do_not_draw_numbers_among_them(library: CompiledLibrary) -> None:
    """Right behind such words a number would be drawn in their midst: the minutes stand before them."""
    rows = screen_of(library, answer_of(library, "أنا حامل وعندي أرق"))
    assert not any(re.search(r"[\u0600-\u06ff]\"?\s+\d", row) for row in rows)
    assert any(re.search(r"\d min   acu session \"", row) for row in rows)


def test_the_line_of_more_can_be_pasted(library: CompiledLibrary) -> None:
    """Its command shows every place, whatever the words; narrowed, it narrows in the same way."""
    query = "my neck hurts after the computer"
    answer = answer_of(library, query)
    style = Style(narrowed_to=" --setting desk", setting="desk")
    rows = " ".join(screen_of(library, answer, style=style))
    command = shlex.split(re.search(r"(acu find .*? --limit \d+)", rows)[1])  # type: ignore[index]
    assert command[:3] == ["acu", "find", query]
    assert command[3:5] == ["--setting", "desk"]
    wish = ListWish(limit=int(command[-1]), setting="desk", narrowed=True)
    assert shortlist_of(answer, library, Profile(), today=TODAY, wish=wish).more == 0


@pytest.mark.parametrize("slug", ["headache", "nausea", "panic"])
def test_a_screen_reader_hears_the_same_places_by_touch(library: CompiledLibrary, slug: str) -> None:
    """A sentence each, six of them, found by touch, danger before the first."""
    answer = answer_of(library, slug)
    run = context(library, Profile(), (80, 24), ACCESSIBLE="1")
    lines = list(spoken(answer, run, PLAIN_STYLE))
    listed = shortlist_of(answer, library, Profile(), today=TODAY)
    places = [line for line in lines if re.match(r"\d+\. ", line)]
    assert len(places) == len(listed.places)
    for line, place in zip(places, listed.places, strict=True):
        assert f"By touch: {place.by_touch}" in line
        assert f"{place.seconds} seconds" in line
    assert lines[1].startswith("Call now: ")


def test_why_tells_everything(library: CompiledLibrary) -> None:
    """Every sign in full, every point with its reason, the trials, and how to read them."""
    answer = answer_of(library, "headache")
    text = " ".join(" ".join(screen_of(library, answer, style=Style(whole=True))).split())
    for flag in answer.watch_for:
        assert flag.sentence in text
    for point in answer.points:
        assert point.code in text
    for name in library.conditions["headache"].references:
        assert name in text


def test_quiet_does_not_silence_a_sign_of_the_words(library: CompiledLibrary) -> None:
    """What the words say of a sign stands above the places where the remark is silenced."""
    answer = answer_of(library, "persistent cough")
    run = context(library, Profile(), (80, 24))
    run.output.options = run.options = OutputOptions(quiet=True)
    draw_found(answer, run, PLAIN_STYLE)
    assert run.environment.stdout is not None
    text = " ".join(run.environment.stdout.getvalue().split())  # type: ignore[attr-defined]
    assert answer.said_signs
    for flag in answer.said_signs:
        assert flag.sentence in text


PEOPLE = [
    ("pregnant",),
    ("pregnant", "blood-thinners", "over-50"),
    ("osteoporosis", "reduced-feeling", "heart-disease", "over-50", "blood-thinners"),
    ("bone-cancer", "clot", "neck-trouble"),
]


@pytest.mark.parametrize("slugs", PEOPLE, ids="-".join)
@pytest.mark.parametrize("slug", ["headache", "period-pain", "low-back-pain", "neck-pain", "wellness", "fatigue"])
def test_a_profile_keeps_to_the_screen(library: CompiledLibrary, slug: str, slugs: tuple[str, ...]) -> None:
    """What is minded everywhere is said once, what is left out for one reason on one line."""
    profile = Profile(answers=tuple(ProfileAnswer(slug=name, given=TODAY) for name in slugs))
    answer = answer_of(library, slug, profile)
    rows = screen_of(library, answer, profile=profile)
    assert len(rows) <= 24
    listed = shortlist_of(answer, library, profile, today=TODAY)
    left_out = {item.code for item in answer.left_out}
    assert not left_out & {place.code for place in listed.places}
    text = " ".join(rows)
    assert all(code in text for code in left_out)
    for item in listed.for_you:
        assert all(item not in place.for_you for place in listed.places)


def test_the_complaint_that_is_the_sign_has_no_places_here_either(library: CompiledLibrary) -> None:
    """As in every other format; its session has a name, for afterwards."""
    answer = answer_of(library, "sore throat 3 weeks")
    listed = shortlist_of(answer, library, Profile(), today=TODAY)
    assert not answer.points
    assert not listed.places
    assert listed.refused == "let a doctor look at it first. Afterwards: acu session sore-throat"


@pytest.mark.parametrize(
    ("remark", "rows"),
    [
        (
            "note: See a doctor soon; it is usually harmless and should be looked at.",
            ["note: See a doctor soon; it is usually", "harmless and should be looked at."],
        ),
        (
            "hint: acu find 'a headache since this morning' --limit 12",
            ["hint:", "acu find 'a headache since this morning' --limit 12"],
        ),
        (
            "note: Keep it for the next time with acu profile set --pregnant, or not.",
            ["note: Keep it for the next time with", "acu profile set --pregnant, or not."],
        ),
        (
            "note: In danger now call for help; acu helplines  lists the numbers.",
            ["note: In danger now call for help;", "acu helplines  lists the numbers."],
        ),
    ],
)
def test_a_remark_on_a_terminal_is_broken_between_words_and_a_command_never(remark: str, rows: list[str]) -> None:
    """What can be copied stays on one line."""
    stream = FakeTerminal()
    environment = Environment({"COLUMNS": "40"}, Paths.from_variables({"ACU_HOME": "/nowhere"}), stderr=stream)
    Output(environment, OutputOptions()).warn(remark)
    assert stream.getvalue().splitlines() == rows
