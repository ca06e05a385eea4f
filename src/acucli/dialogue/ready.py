"""Ready: what will be pressed, when to let go, how strong it is; at a later start the danger question with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from acucli.dialogue.danger import NUDGE, QUESTION, danger_rows, short_title
from acucli.dialogue.desk import BACK, LEAVE, NUMBERS, Desk
from acucli.dialogue.pressing import question_words
from acucli.dialogue.sheets import BLANK, MOST_WORDS, Key, Row, Sheet, all_words, words
from acucli.guide.planning import Proposal
from acucli.host.settings import save
from acucli.model.answers import Flag, Prepared
from acucli.model.practice import Plan, PlanStep
from acucli.model.safety import Question, RedFlag
from acucli.model.timetable_answer import timetable_of
from acucli.profile.danger_question import danger_lines
from acucli.render.context import AppContext
from acucli.render.timetables import preview_lines
from acucli.session.phrases import clock

MOST_WORDS_OF_A_LATER_START = 120
_BEGIN = Key("Enter", "begin")
_STRENGTH = Key("0-9, t", "how strong now")
_MORE = Key("e", "more")
_GENTLE = Key("g", "gentler")
_HUGE = Key("l", "larger")
_TEN = 10
_ABOUT = "This teaches; it is no doctor."


class Begun(NamedTuple):
    """How a start was answered: `danger` is a yes, `strength` how strong it is now, `remake` a wish that changes it."""

    danger: bool = False
    strength: int | None = None
    remake: bool = False


def ask_ready(run: AppContext, desk: Desk, plan: Plan, proposal: Proposal, *, offers_pace: bool) -> Begun:
    """Show what will be pressed and return when Enter begins it, with how strong it is now where that was said.

    `offers_pace` offers a slower pace and large digits, which are kept as settings.

    Raises:
        EndedEarly: not now.
    """
    strength: int | None = None
    while True:
        foot = (_STRENGTH, _MORE, *((_GENTLE, _HUGE) if offers_pace else ()), NUMBERS, LEAVE)
        sheet = _ready_sheet(run, plan, proposal, foot, strength)
        typed = desk.choose(sheet, {*"0123456789", "10", "t", "enter", "e", *("gl" if offers_pace else "")})
        if typed == "enter":
            return Begun(strength=strength)
        if typed in {"g", "l"}:
            _keep_pace(run, typed)
            return Begun(remake=True)
        strength = _answered(run, desk, plan, proposal, typed, strength)


def _ready_sheet(run: AppContext, plan: Plan, proposal: Proposal, foot: tuple[Key, ...], strength: int | None) -> Sheet:
    """Return the sheet with every place in lay words, by regions alone where those are too many."""
    aside = f"{short_title(plan)}, {clock(plan.total_seconds)}"
    for short in (False, True):
        told = _plan_rows(run, plan, proposal.prepared, short=short)
        about = (Row(_ABOUT),) if _GENTLE in foot else ()
        rows = (*_said_rows(proposal), *told, *about, *_strength_rows(strength))
        sheet = Sheet("Ready", rows, (_BEGIN,), aside, foot, "Enter begins")
        if all_words(sheet) <= MOST_WORDS:
            break
    return sheet


def ask_again_ready(
    run: AppContext,
    desk: Desk,
    plan: Plan,
    proposal: Proposal,
    signs: Sequence[RedFlag],
    daily: Sequence[Question],
) -> Begun:
    """Show the one screen of a later start: the danger lines, the day's changes, the places; n begins, y stops.

    Raises:
        EndedEarly: not now, or not understood: that is never taken as a no.
    """
    strength: int | None = None
    keys = (Key("n", "none: begin"), Key("y", "yes or unsure: stop"))
    foot = (_STRENGTH, _MORE, NUMBERS, LEAVE)
    title, aside = "Ready", f"{short_title(plan)}, {clock(plan.total_seconds)}"
    while True:
        rows = [Row(QUESTION), *danger_rows(danger_lines(signs, run.library))]
        if daily:
            rows.append(Row(f"today: {question_words(daily)}", "·"))
        rows += [BLANK, *_said_rows(proposal), *_strength_rows(strength)]
        sheet = Sheet(title, tuple(rows), keys, aside, foot, NUDGE, MOST_WORDS_OF_A_LATER_START)
        for row in (*_short_plan_rows(run, plan), *_changes_for_you(run, plan)):
            if all_words(sheet) + words(row.text) <= MOST_WORDS_OF_A_LATER_START:
                sheet = sheet._replace(rows=(*sheet.rows, row))
        typed = desk.choose(sheet, {*"0123456789", "10", "t", "n", "y", "e"})
        if typed in {"n", "y"}:
            return Begun(danger=typed == "y", strength=strength)
        strength = _answered(run, desk, plan, proposal, typed, strength)


def _answered(
    run: AppContext, desk: Desk, plan: Plan, proposal: Proposal, typed: str, strength: int | None
) -> int | None:
    """Return how strong it is now; `e` shows everything there is to know first."""
    if typed != "e":
        return _TEN if typed == "t" else int(typed)
    lines = [
        *proposal.why,
        plan.evidence,
        *preview_lines(timetable_of(plan, run.library), run, proposal.prepared.shown),
    ]
    rows = tuple(Row(" ".join(line.split())) for line in lines if line.strip())
    desk.choose(Sheet(plan.name, rows, (BACK,), "everything", (LEAVE,), "b goes back"), {"b", "enter"})
    return strength


def _said_rows(proposal: Proposal) -> tuple[Row, ...]:
    """Return what is said first of all: a sign of which the words speak, and whom to see where it is strong."""
    return tuple(Row(sentence) for sentence in (*(flag.tell for flag in proposal.prepared.said), *proposal.said))


def _plan_rows(run: AppContext, plan: Plan, prepared: Prepared, *, short: bool) -> Iterator[Row]:
    """Yield what is to be pressed, what is different for this person, when to let go, and how good the evidence is.

    `short` names the regions alone, where the lay words of every place would be too many.
    """
    if plan.needs:
        yield Row(f"You need: {', '.join(plan.needs)}.")
    if short:
        yield from _short_plan_rows(run, plan)
    else:
        for number, steps in enumerate(_places(plan), start=1):
            yield Row(_lay_words(steps[0]), str(number), _how_long(steps))
    yield BLANK
    changed = tuple(_changes_for_you(run, plan))
    yield from changed
    for flag in _told(prepared.asked):
        yield Row(f"See a doctor soon if: {flag.brief or flag.ask}")
    yield Row(run.library.safety_words.let_go)
    if plan.grade:
        yield Row(f"Evidence: {plan.grade.split(':')[0]}.")


def _short_plan_rows(run: AppContext, plan: Plan) -> Iterator[Row]:
    places = _places(plan)
    count = f"{len(places)} place{'' if len(places) == 1 else 's'}"
    names = dict.fromkeys(_region(run, steps[0]) for steps in places)
    yield Row(f"{count}: {', '.join(names)}.")


def _changes_for_you(run: AppContext, plan: Plan) -> Iterator[Row]:
    """Yield what the answers of this person change, in words: never the name of a rule."""
    for item in plan.stand_ins:
        yield Row(item.message)
    stood_in = {item.instead_of for item in plan.stand_ins}
    for gone in plan.left_out:
        name = gone.name or gone.code or gone.area
        if name not in stood_in and (gone.code or gone.area) not in stood_in:
            yield Row(gone.message)
    for name in plan.cautions:
        caution = run.library.cautions.get(name)
        if caution is not None and not caution.for_everyone:
            brief = caution.brief or caution.title
            yield Row(f"{brief[0].upper()}{brief[1:]}.")


def _told(flags: Sequence[Flag]) -> Iterator[Flag]:
    return (flag for flag in flags if flag.level == "see-doctor")


def _places(plan: Plan) -> list[list[PlanStep]]:
    """Return the steps of each place, in the order in which the places come first."""
    found: dict[str, list[PlanStep]] = {}
    for step in plan.steps:
        found.setdefault(step.place, []).append(step)
    return list(found.values())


def _lay_words(step: PlanStep) -> str:
    return step.short or step.name


def _how_long(steps: Sequence[PlanStep]) -> str:
    """Return the seconds of a place: `left, right 2:00` one after the other, `both 2:00` at once."""
    sides = dict.fromkeys(step.side for step in steps if step.side != "midline")
    side = "each side" if len(sides) > 1 else next(iter(sides), "")
    seconds = sum(step.seconds for step in steps) / max(1, len(sides))
    return f"{side} {clock(seconds)}".strip()


def _region(run: AppContext, step: PlanStep) -> str:
    if step.area:
        return step.name.lower()
    region = run.library.points[step.code].press_region
    return _REGIONS.get(region, region.replace("-", " "))


_REGIONS = {
    "ear-outer": "ear",
    "back-upper": "upper back",
    "back-middle": "middle of the back",
    "back-lower": "low back",
    "belly-upper": "upper belly",
    "belly-lower": "lower belly",
    "neck-back": "back of the neck",
    "neck-side": "side of the neck",
    "shoulder-top": "shoulder",
    "knee-back": "back of the knee",
    "upper-arm": "upper arm",
    "ribs-side": "side of the ribs",
    "temple": "temples",
}


def _strength_rows(strength: int | None) -> tuple[Row, ...]:
    return () if strength is None else (BLANK, Row(f"How strong now: {strength} of 10.", style="bold"))


def _keep_pace(run: AppContext, typed: str) -> None:
    """Keep a wish for a slower pace or large digits as a setting; pressed again it is taken back."""
    name = "gentle" if typed == "g" else "huge"
    save(run.environment, {name: not getattr(run.settings, name) or None})
    run.forget_settings()
