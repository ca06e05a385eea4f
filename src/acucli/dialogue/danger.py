"""The danger question: is any of this so, now? Only y and n answer it, and y means that nothing is pressed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from acucli.dialogue.desk import LEAVE, NUMBERS, Desk
from acucli.dialogue.sheets import BLANK, Key, Row, Sheet
from acucli.errors import ExitStatus
from acucli.model.practice import Plan
from acucli.model.safety import Question, RedFlag
from acucli.profile.danger_question import DangerText, danger_lines
from acucli.render.context import AppContext
from acucli.render.layout import wrapped
from acucli.render.urgent import numbers_in_short

QUESTION = "Is any of this so, now?"
YES = Key("y", "yes, or not sure")
NUDGE = "y or n, please"
_NONE = Key("n", "none of these")


def ask_danger(run: AppContext, desk: Desk, plan: Plan, signs: Sequence[RedFlag], *, aside: str = "") -> bool:
    """Ask whether any of these signs is so, now; Enter is no answer. Nothing is asked where there is no sign.

    Raises:
        EndedEarly: the person left, or could not be understood: that is never taken as a no.
    """
    if not signs:
        return False
    rows = (Row(QUESTION), BLANK, *danger_rows(danger_lines(signs, run.library)))
    sheet = Sheet(short_title(plan), rows, (YES, _NONE), aside, (NUMBERS, LEAVE), NUDGE)
    return desk.choose(sheet, {"y", "n"}) == "y"


def short_title(plan: Plan) -> str:
    """Return the name of a session without what stands behind its colon."""
    return plan.name.split(":")[0]


def danger_rows(lines: Iterable[DangerText]) -> tuple[Row, ...]:
    """Return the lines of the question as rows of a sheet."""
    return tuple(Row(line.says, lead="·") for line in lines)


def tell_help(run: AppContext, signs: Sequence[RedFlag], daily: Sequence[Question] = ()) -> int:
    """Say what to do after a yes, the emergencies before what is for today; return the status of what is held back.

    What to do until help comes is said with each sign where all of it fits the screen. `daily` were asked in the same
    breath and may be what the yes was about.
    """
    now = [flag for flag in signs if flag.level != "urgent"]
    today = [flag for flag in signs if flag.level == "urgent"]
    last = _said_of(daily)
    text = _laid_out(run, [*_help_lines(run, now, today, full=True), *last])
    if text.count("\n") > run.output.abilities.height - 4:
        hint = f"What to do until then: acu show sign:{signs[0].id}, and the same for each." if signs else ""
        text = _laid_out(run, [*_help_lines(run, now, today, full=False), hint, *last])
    run.output.warn(f"\n{text}")
    return int(ExitStatus.HELD_BACK)


def _laid_out(run: AppContext, lines: Sequence[str]) -> str:
    """Return these lines wrapped, each behind its own indent."""
    made = (
        wrapped(run, line.strip(), first=" " * (len(line) - len(line.lstrip())), rest="    ") for line in lines if line
    )
    return "\n".join(made)


def _help_lines(run: AppContext, now: Sequence[RedFlag], today: Sequence[RedFlag], *, full: bool) -> list[str]:
    lines = ["Nothing is pressed now."]
    if now:
        lines += ["Call now if:", *_said(now, full), *(f"  {line}" for line in numbers_in_short(run))]
    if today:
        lines += ["Today if:", *_said(today, full)]
    return lines


def _said(flags: Sequence[RedFlag], full: bool) -> list[str]:
    return [line for flag in flags for line in (f"  - {flag.brief or flag.ask}", f"    {flag.tell}" if full else "")]


def _said_of(daily: Sequence[Question]) -> list[str]:
    if not daily:
        return []
    words = ", ".join(question.words for question in daily)
    return [f"Only {words}? Say which, then start again:", f"  acu profile set --{daily[0].slug}"]
