"""What is kept and what works, in words and rows: profile, settings, packs, helplines, the doctor, plain texts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from acucli.errors import LibraryInvalid
from acucli.host.settings import MEANINGS
from acucli.library.problems import Problem
from acucli.model.answers import Document
from acucli.model.command_answers import (
    DoctorAnswer,
    Done,
    HelplinesAnswer,
    PackList,
    PackProblems,
    ProfileShown,
    SchemaAnswer,
    SchemaNames,
    SettingsAnswer,
    TextAnswer,
    VersionAnswer,
)
from acucli.render.card_inputs import CardInputs
from acucli.render.context import AppContext
from acucli.render.formats import Format
from acucli.render.layout import laid_out, wrapped
from acucli.render.records import helpline_card
from acucli.render.writers import Rows
from acucli.safety.crisis_help import ANYWHERE
from acucli.text.nearness import closest


def say_done(answer: Done, run: AppContext, chosen: Format) -> None:
    """Say on standard error what was done."""
    run.output.note(answer.done)


def no_sentences(answer: Document, run: AppContext) -> tuple[str, ...]:
    """Return nothing: what there is to say stands on standard error."""
    return ()


def text_sentences(answer: TextAnswer, run: AppContext) -> tuple[str, ...]:
    """Return the text."""
    return (answer.text,)


def version_sentences(answer: VersionAnswer, run: AppContext) -> tuple[str, ...]:
    """Return the versions of the program and of the library."""
    stamp = answer.library
    return (f"acucli {answer.version}" + (f", library {stamp.version} ({stamp.fingerprint})" if stamp else ""),)


def schema_rows(answer: SchemaNames, run: AppContext) -> Rows:
    """Return a row for each schema, with the commands that print it."""
    rows = [msgspec.to_builtins(item) for item in answer.schemas]
    return Rows(rows, ("name", "commands", "about"))


def schema_codes(answer: SchemaNames, run: AppContext) -> tuple[str, ...]:
    """Return the names."""
    return answer.names


def schema_sentences(answer: SchemaAnswer, run: AppContext) -> tuple[str, ...]:
    """Return the schema, which is JSON in every format."""
    return (msgspec.json.encode(answer.schema).decode(),)


def helpline_sentences(answer: HelplinesAnswer, run: AppContext) -> Iterator[str]:
    """Yield the person's own numbers, then a card for each country."""
    for label, number in (("emergency", answer.own.emergency), ("crisis", answer.own.crisis)):
        if number:
            yield f"Your {label} number: {number}"
    if answer.unknown:
        near = closest(answer.unknown.title(), [line.country for line in run.library.helplines.values()], most=1)
        asked = f" Did you mean {near[0]}?" if near else ""
        yield f"No numbers of {answer.unknown} are in this list.{asked} What holds anywhere:"
        yield from (wrapped(run, sentence) for sentence in ANYWHERE)
    inputs = CardInputs(run.library, (), run.today)  # no profile: one that cannot be read is not in the way of help
    for position, line in enumerate(answer.helplines):
        if position:
            yield ""
        yield from laid_out(list(helpline_card(line, inputs)), run.output.text_width)


def helpline_rows(answer: HelplinesAnswer, run: AppContext) -> Rows:
    """Return a row for each line of each country; one that has none is a row all the same."""
    rows = [
        {
            "code": country.code,
            "country": country.country,
            "emergency": country.emergency,
            "name": name,
            "number": number,
            "checked": country.checked,
        }
        for country in answer.helplines
        for name, number in [(line.name, line.number) for line in country.lines] or [("", "")]
    ]
    return Rows(rows, ("code", "country", "emergency", "name", "number", "checked"))


def helpline_codes(answer: HelplinesAnswer, run: AppContext) -> Iterator[str]:
    """Yield the letters of each country."""
    return (country.code for country in answer.helplines)


def say_after_helplines(answer: HelplinesAnswer, run: AppContext, chosen: Format) -> None:
    """Say what comes first in danger."""
    run.output.note("In danger now: call your emergency number.")


def doctor_sentences(answer: DoctorAnswer, run: AppContext) -> Iterator[str]:
    """Yield a line for each finding."""
    return (f"{f'{item.what}:' if item.what else '':<22} {item.is_}" for item in answer.findings)


def doctor_rows(answer: DoctorAnswer, run: AppContext) -> Rows:
    """Return a row for each finding."""
    return Rows([msgspec.to_builtins(item) for item in answer.findings], ("what", "is"))


def setting_rows(answer: SettingsAnswer, run: AppContext) -> Rows:
    """Return a row for each setting, with what it means."""
    rows = [
        {"setting": name, "value": _setting(answer.settings[name]), "means": meaning}
        for name, meaning in MEANINGS.items()
    ]
    return Rows(rows, ("setting", "value", "means"))


def setting_codes(answer: SettingsAnswer, run: AppContext) -> tuple[str, ...]:
    """Return the name of each setting."""
    return tuple(answer.settings)


def profile_sentences(answer: ProfileShown, run: AppContext) -> Iterator[str]:
    """Yield what follows from each answer and when it is asked again, then what else is kept."""
    profile = answer.profile
    if not profile.answers:
        yield "No answers are kept. acu profile set  asks for them in groups."
    for item in answer.consequences:
        again = f" (asked again from {item.ask_again})" if item.ask_again else ""
        yield f"{item.words}{' (asked again before your next session)' if item.expired else again}"
        yield from (wrapped(run, sentence, first="  ", rest="  ") for sentence in item.follows)
    if profile.said_no:
        newest = max(profile.said_no.values())
        yield f"{len(profile.said_no)} questions were answered with none of these, last on {newest}."
    for label, value in (
        ("points you left out yourself", ", ".join(profile.blocked_points)),
        ("your emergency number", profile.emergency_number),
        ("your crisis number", profile.crisis_number),
        ("your country", profile.country),
        ("always gentle", "yes" if profile.gentle else ""),
    ):
        if value:
            yield f"{label}: {value}"


def say_after_profile(answer: ProfileShown, run: AppContext, chosen: Format) -> None:
    """Say where it is kept."""
    run.output.note(f"kept in {run.environment.home_for(run.environment.paths.profile)}")


def profile_rows(answer: ProfileShown, run: AppContext) -> Rows:
    """Return a row for each answer."""
    rows = [msgspec.to_builtins(item) for item in answer.consequences]
    return Rows(rows, ("answer", "words", "follows", "ask_again", "expired"))


def problem_sentences(answer: PackProblems, run: AppContext) -> tuple[str, ...]:
    """Return that all is well; where it is not, `say_problems` speaks."""
    return ("no problems",)


def say_problems(answer: PackProblems, run: AppContext) -> None:
    """Say each problem with its file, line and fix."""
    error = LibraryInvalid(
        [Problem(*msgspec.structs.astuple(item)) for item in answer.problems], what=", ".join(answer.files)
    )
    run.output.error(error.sentence, error.hint)


def pack_names(answer: PackList, run: AppContext) -> tuple[str, ...]:
    """Return the name of each pack."""
    return answer.packs


def pack_rows(answer: PackList, run: AppContext) -> Rows:
    """Return a row for each pack."""
    return Rows([{"pack": name} for name in answer.packs], ("pack",))


def say_after_packs(answer: PackList, run: AppContext, chosen: Format) -> None:
    """Say where no packs are in use."""
    if not answer.packs:
        run.output.note("no packs are in use; acu pack new NAME begins one")


def _setting(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
