"""Red flags, crisis and held-back requests: what is said instead of points, never silenced."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.lookup.query_result import MAY_NEED_HELP
from acucli.model.answers import Flag, Stop
from acucli.render.context import AppContext
from acucli.render.layout import wrapped
from acucli.safety.crisis_help import (
    CRISIS_FLAG,
    Help,
    country_of_locale,
    crisis_paragraph,
    help_for,
    listening_paragraph,
    record_for,
    say_date,
    say_line,
)

_SHORT_LIST = 3
"""How many lines to ring are named where there is little room."""


def tell_stop(stop: Stop, run: AppContext) -> None:
    """Write the advice to standard error; a crisis has its own calm paragraphs, with the numbers of the country."""
    flags, language = stop.red_flags, stop.language
    output = run.output
    crisis = [flag for flag in flags if flag.level == "crisis"]
    if crisis:
        _say_crisis(crisis, run, language)
    for flag in flags:
        if flag.level != "crisis":
            output.warn(wrapped(run, flag.tell))
    own_words = _in_language(run, flags, language)
    if own_words and not crisis:
        output.warn(wrapped(run, own_words))
    if any(flag.level == "emergency" for flag in flags):
        output.warn(_numbers(run))
    for item in stop.held_back:
        output.warn(wrapped(run, item.tell))
    if flags and not crisis:
        output.warn("acu helplines  lists numbers by country")
    for page in stop.pages:
        output.warn(f"To read afterwards: acu show {page}")


def numbers_in_short(run: AppContext) -> tuple[str, ...]:
    """Return the numbers for help of this person's country in a few lines; general advice where it is not known."""
    known = _help(run)
    emergency = f"Emergency: {' or '.join(known.emergency)}" if known.emergency else _numbers(run)
    lines = tuple(f"{line.name}: {say_line(line)}" for line in known.lines[:_SHORT_LIST])
    if known.record is None:
        return (emergency, *lines, "Somebody near you can call too. More: acu helplines")
    return (emergency, *lines, say_date(known.record, run.today), "More: acu helplines")


def _say_crisis(crisis: Sequence[Flag], run: AppContext, language: str) -> None:
    """Write what is for thoughts of suicide where they were read, and what each other crisis asks for.

    Somebody who is hurt or forced is never answered as if the danger were their own thoughts.
    """
    numbers = _help(run)
    said = [run.library.lexicons[language].crisis] if language in run.library.lexicons else []
    if any(flag.id == CRISIS_FLAG for flag in crisis):
        said.append(crisis_paragraph(run.library, numbers, language))
    others = [flag for flag in crisis if flag.id != CRISIS_FLAG]
    said += [flag.tell for flag in others]
    if others:
        needs = dict.fromkeys(run.library.red_flags[flag.id].helpline for flag in others)
        said.append(listening_paragraph(run.library, numbers, [need for need in needs if need is not None], language))
    for text in said:
        for paragraph in text.split("\n"):
            run.output.warn(wrapped(run, paragraph))


def _help(run: AppContext) -> Help:
    """Return the numbers of this person: their own, and those of the country of their profile or else their locale."""
    locale = run.environment.variable("LC_ALL") or run.environment.variable("LANG")
    return help_for(run.library, run.own_numbers, country=country_of_locale(locale), today=run.today)


def _in_language(run: AppContext, flags: Sequence[Flag], language: str) -> str:
    """Return the emergency sentence in the language of the query, which stands beside the English one."""
    if language == "en" or not flags or language not in run.library.lexicons:
        return ""
    lexicon = run.library.lexicons[language]
    if all(flag.id == MAY_NEED_HELP for flag in flags):
        return f"{lexicon.may_need_help} {lexicon.numbers}".strip()
    said = lexicon.emergency if any(flag.level == "emergency" for flag in flags) else lexicon.urgent
    return f"{said} {lexicon.numbers}".strip()


def _numbers(run: AppContext) -> str:
    own = run.own_numbers.emergency_number
    if own:
        return f"Your emergency number: {own}"
    line = record_for(run.library, run.own_numbers.country)
    if line is not None:
        return f"Emergency number in {line.country}: {' or '.join(line.emergency)} (checked {line.checked})"
    return "Emergency numbers: 112 in many countries, 999 (UK), 911 (US, Canada), 000 (Australia)"
