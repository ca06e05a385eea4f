"""May you press freely? What would change a session, in groups by what it changes, said back before it is kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from acucli.dialogue.desk import BACK, LEAVE, NUMBERS, Desk
from acucli.dialogue.sheets import Key, Row, Sheet
from acucli.errors import UsageError
from acucli.model.practice import Profile, ProfileAnswer
from acucli.model.safety import Question
from acucli.profile.profile_answers import parse_answers, say_answer, with_answers
from acucli.profile.screening import WE_ASK_WHERE, Group, placeless, with_no
from acucli.render.context import AppContext

_TITLE = "May you press freely?"
_OTHER_TITLE = "May this person be pressed freely?"
_ALL = Key("?", "all")
_RIGHT = (Key("y", "right"), Key("n", "no, ask me again"))
_NUDGE = "a number, n or ? please"
_PLACES = "such as: knee left, hand both, chest"


def ask_freely(
    run: AppContext, desk: Desk, groups: Sequence[Group], *, for_another: bool = False, opened: bool = False
) -> Profile:
    """Return the profile with what was answered and what was denied; nothing is written.

    A group that was chosen and not opened counts as a whole; `opened` shows each of them in full from the start. What
    was understood is said back before it is taken.

    Raises:
        EndedEarly: the person left, or could not be understood: nothing is taken from it then.
    """
    while True:
        chosen = _walked(desk, groups) if opened else _chosen(desk, groups, for_another)
        kept = "nothing is kept" if for_another else "kept on this machine"
        if not chosen or _is_right(desk, groups, chosen, kept):
            break
    asked = [question.slug for group in groups for question in group.questions]
    said = [slug for slugs in chosen.values() for slug in slugs]
    denied = [slug for slug in asked if slug not in said]
    new = tuple(ProfileAnswer(slug=slug, given=run.today) for slug in said)
    profile = with_answers(run.profile, new, today=run.today)
    return with_no(profile, denied, today=run.today)


def ask_places(run: AppContext, desk: Desk, profile: Profile) -> Profile:
    """Return the profile with the places of answers that need one; an unknown place stays unknown."""
    questions = run.library.questions
    for given in placeless(profile, run.library):
        title = f"Where? {questions[given.slug].words}"
        rows = (Row(f"A place and a side, {_PLACES}."), Row("Not known: Enter alone. Then no place is offered."))
        understood: tuple[ProfileAnswer, ...] = ()
        hint = ""
        while True:
            sheet = Sheet(title, (*rows, Row(hint, style="bold")) if hint else rows, (Key("Enter", "done"),))
            text = desk.typed(sheet)
            try:
                words = ":".join([given.slug, *text.replace(",", " ").split()])
                understood = parse_answers([words], questions, run.library.regions, today=run.today) if text else ()
                break
            except UsageError as error:
                hint = f"{error.sentence}. {error.hint}".strip()
        profile = with_answers(profile, understood, today=run.today)
    return profile


def ask_still_so(run: AppContext, desk: Desk, old: Sequence[ProfileAnswer]) -> Profile:
    """Return the profile after old answers were asked again: renewed, or taken out and denied."""
    questions = run.library.questions
    gone: set[int] = set()
    while True:
        rows = [
            Row(say_answer(item, questions), str(number), "no longer" if number in gone else "")
            for number, item in enumerate(old, start=1)
        ]
        rows += [Row(""), Row("The number of what is over." if len(old) > 1 else "")]
        keys = (Key("y", "the rest is still so" if gone else "still so"), Key("n", "none of it any more"))
        sheet = Sheet("Still so?", tuple(rows), keys, foot=(LEAVE,), nudge="y or n, please")
        typed = desk.chosen_numbers(sheet, len(old), others={"y", "n"})
        if typed not in {"y", "n"}:
            gone ^= {int(number) for number in typed.split()}
        if typed in {"y", "n"} or not desk.one_by_one:
            break
    over = [item for number, item in enumerate(old, start=1) if typed == "n" or number in gone]
    profile = run.profile
    renewed = {(item.slug, item.region) for item in old} - {(item.slug, item.region) for item in over}
    answers = tuple(
        msgspec.structs.replace(item, given=run.today) if (item.slug, item.region) in renewed else item
        for item in profile.answers
        if item not in over
    )
    profile = msgspec.structs.replace(profile, answers=answers, screened=run.today)
    return with_no(profile, [item.slug for item in over if not profile.has(item.slug)], today=run.today)


def _chosen(desk: Desk, groups: Sequence[Group], for_another: bool) -> dict[int, tuple[str, ...]]:
    """Return the answers that were chosen, by the number of their group."""
    chosen: dict[int, tuple[str, ...]] = {}
    while True:
        sheet = _groups_sheet(groups, chosen, for_another)
        typed = desk.chosen_numbers(sheet, len(groups), others={"n", "?"})
        if typed == "?":
            chosen = _walked(desk, groups)
        elif typed != "n":
            for number in map(int, typed.split()):
                chosen[number] = _of_group(desk, groups[number - 1], number, len(groups), walked=False)
        if typed == "n" or not desk.one_by_one:
            return {number: slugs for number, slugs in chosen.items() if slugs}


def _walked(desk: Desk, groups: Sequence[Group]) -> dict[int, tuple[str, ...]]:
    """Return the answers that were chosen after every group was shown in full."""
    found = {
        number: _of_group(desk, group, number, len(groups), walked=True) for number, group in enumerate(groups, start=1)
    }
    return {number: slugs for number, slugs in found.items() if slugs}


def _groups_sheet(groups: Sequence[Group], chosen: Mapping[int, Collection[str]], for_another: bool) -> Sheet:
    rows = []
    for number, group in enumerate(groups, start=1):
        said = [item.brief or item.words for item in group.questions if item.slug in chosen.get(number, ())]
        text = f"{', '.join(said)}: yes" if said else group.brief
        effect = "" if number > 1 and group.effect == groups[number - 2].effect else group.effect
        rows.append(Row(text, str(number), effect, "bold" if said else ""))
    none = Key("n", "nothing else" if chosen else "none")
    kept = "nothing is kept" if for_another else ""
    title = _OTHER_TITLE if for_another else _TITLE
    return Sheet(title, tuple(rows), (none,), kept, (_ALL, NUMBERS, LEAVE), _NUDGE)


def _of_group(desk: Desk, group: Group, number: int, of: int, *, walked: bool) -> tuple[str, ...]:
    """Return which answers of a group are so: opened, all of it counts until some are named; none after `b` or n."""
    if len(group.questions) == 1 and not walked:
        return (group.questions[0].slug,)
    named: set[int] = set()
    while True:
        rows = [
            Row(item.words, str(at), "yes" if at in named else "", "bold" if at in named else "")
            for at, item in enumerate(group.questions, start=1)
        ]
        done = Key("Enter", "these" if named else "none of these" if walked else "all of them, or not sure")
        sheet = Sheet(
            f"{number} of {of}: {group.effect}" if group.effect else f"{number} of {of}",
            tuple(rows),
            (done,),
            "" if walked else "which of these?",
            (BACK if not walked else Key("a", "all of them"), LEAVE),
            "numbers, or Enter",
        )
        typed = desk.chosen_numbers(sheet, len(group.questions), others={"enter", "b", "a"})
        if typed == "a":
            return tuple(item.slug for item in group.questions)
        if typed == "b":
            return ()
        if typed != "enter":
            named ^= {int(at) for at in typed.split()}
        if typed == "enter" or not desk.one_by_one:
            whole = () if walked else tuple(item.slug for item in group.questions)
            return tuple(group.questions[at - 1].slug for at in sorted(named)) or whole


def _is_right(desk: Desk, groups: Sequence[Group], chosen: Mapping[int, Collection[str]], kept: str) -> bool:
    rows = [Row("You said:")]
    for number, slugs in sorted(chosen.items()):
        group = groups[number - 1]
        said = ", ".join(item.words for item in group.questions if item.slug in slugs)
        rows.append(Row(said, "·", group.effect))
    if any(groups[number - 1].effect == WE_ASK_WHERE for number in chosen):
        rows += [Row(""), Row("The place is asked next.")]
    sheet = Sheet("Right?", tuple(rows), _RIGHT, kept, foot=(LEAVE,), nudge="y or n, please")
    return desk.choose(sheet, {"y", "n"}) == "y"


def question_words(questions: Sequence[Question]) -> str:
    """Return questions in one line, in their short words."""
    return ", ".join(question.brief or question.words for question in questions)
