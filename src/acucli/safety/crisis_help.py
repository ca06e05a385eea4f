"""Helplines: which numbers are this person's, how old they are, and the calm paragraph of a crisis."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

import msgspec

from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.model.practice import Profile
from acucli.model.safety import CountryHelplines, HelplineService
from acucli.text.fold import fold_name

OLD_AFTER_MONTHS = 12
"""After this the date of a number is shown as old (numbers change)."""
CRISIS_FLAG = "suicidal-thoughts"
_NOT_SEEN = "not seen"
_MEMBERS = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
EUROPEAN_UNION = frozenset(_MEMBERS.split())

_LOCALE = re.compile(r"[a-z]{2,3}[_-]([A-Za-z]{2})\b")
_LINES_PLACE = re.compile(r"\{[^{}]*crisis line[^{}]*\}")
_ALWAYS_PLACE = re.compile(r"\{([^{}]*day and night[^{}]*)\}")
_ROUND_THE_CLOCK = "24/7"
_CRISIS = (
    "I am glad you wrote this down. Please talk to a person now. If you are in danger or have hurt yourself, call your"
    " emergency number. Somebody will listen{, free, day and night}: {crisis line}. If you can, go where somebody is,"
    " and put away what could hurt you. (Numbers seen on {checked}.)"
)


class Help(msgspec.Struct, frozen=True):
    """The numbers to show, the person's own first; `record` is None where the country is not known here."""

    own_emergency: str
    own_crisis: str
    record: CountryHelplines | None
    is_old: bool

    @property
    def emergency(self) -> tuple[str, ...]:
        """Return the emergency numbers, the person's own first."""
        known = self.record.emergency if self.record is not None else ()
        own = (self.own_emergency,) if self.own_emergency else ()
        return tuple(dict.fromkeys((*own, *known)))

    @property
    def lines(self) -> tuple[HelplineService, ...]:
        """Return the lines to ring or write to, the person's own first."""
        own = (HelplineService(name="your own number", number=self.own_crisis),) if self.own_crisis else ()
        return (*own, *(self.record.lines if self.record is not None else ()))


def help_for(library: Library, profile: Profile, *, country: str = "", today: str) -> Help:
    """Return the numbers for this person: the country of the profile, else `country` (two letters)."""
    record = record_for(library, profile.country or country)
    old = record is not None and is_old(record, today)
    return Help(profile.emergency_number, profile.crisis_number, record, old)


def record_for(library: Library, country: str) -> CountryHelplines | None:
    """Return the numbers of a country by its letters, any of its names or its adjective; None where none are known.

    A member of the Union without a record of its own has the Union's.
    """
    code = country.strip().upper()
    if code in library.helplines:
        return library.helplines[code]
    if code in EUROPEAN_UNION:
        return library.helplines.get("EU")
    name = fold_name(country)
    named = (record for record in library.helplines.values() if name in map(fold_name, (record.country, *record.names)))
    return next(named, None) if name else None


def code_of(library: Library, country: str) -> str:
    """Return the letters to keep for a country that somebody named: their own where the Union's numbers serve it."""
    letters = country.strip().upper()
    record = record_for(library, country)
    return letters if record is None or letters in EUROPEAN_UNION else record.code


def advice_without_numbers(library: Library) -> str:
    """Return what to do in a country whose numbers are not known here, and which are known."""
    return (
        "In danger now: 112 works in many countries, and somebody near you knows the local number. findahelpline.com"
        f" lists crisis lines by country. Here are the numbers of {', '.join(library.helplines)}: acu helplines US"
    )


def is_old(helpline: CountryHelplines, today: str) -> bool:
    """Tell whether the numbers were read more than 12 months ago."""
    checked, now = datetime.date.fromisoformat(helpline.checked), datetime.date.fromisoformat(today)
    months = (now.year - checked.year) * 12 + now.month - checked.month
    return months > OLD_AFTER_MONTHS or (months == OLD_AFTER_MONTHS and now.day > checked.day)


def country_of_locale(locale: str) -> str:
    """Return the country in a locale's name: `en_GB.UTF-8` -> `GB`, "" where there is none."""
    found = _LOCALE.match(locale)
    return found[1].upper() if found else ""


def say_line(line: HelplineService) -> str:
    """Return how a line is reached, as people read it: number, how and when, what it costs."""
    cost = line.cost or ("free" if line.free else "")
    hours = "" if line.hours == _NOT_SEEN else line.hours
    details = ", ".join(part for part in (line.how, hours, cost) if part)
    return f"{line.number}{f' ({details})' if details else ''}"


def say_date(helpline: CountryHelplines, today: str) -> str:
    """Return when the numbers were read, and that they are old where they are."""
    if is_old(helpline, today):
        return f"Numbers seen on {helpline.checked}: that is old, and they may have changed."
    return f"Numbers seen on {helpline.checked}, not dialled."


def number_to_call(help_: Help) -> str:
    """Return the emergency numbers that are this person's own or their country's, "" where none are known."""
    return " or ".join(help_.emergency)


def numbers_at_hand(library: Library, help_: Help, today: str) -> tuple[str, ...]:
    """Return whom to call and whom to talk to, a line each, for somebody who asks in the middle of something."""
    if help_.record is not None:
        seen = f" ({help_.record.country}. {say_date(help_.record, today)})"
        said = (f"Emergency: {number_to_call(help_)}{seen}",)
    else:
        own = f"{help_.own_emergency}, or " if help_.own_emergency else ""
        said = (f"Emergency: {own}112 in many countries, 999 in the UK, 911 in the US and Canada, 000 in Australia.",)
    lines = tuple(f"{line.name}: {say_line(line)}" for line in help_.lines)
    if not lines:
        lines = (f"Somebody to talk to: {_numbers_by_country(_countries_to_name(library, DEFAULT_LANGUAGE))}",)
    return (*said, *lines, "Or go to where somebody is.")


ANYWHERE = (
    "In danger now: call the emergency number where you are. 112 works in many countries.",
    "Go to where somebody is, or ask somebody near to call and to stay with you.",
    'Lines to talk to, by country: the page "List of suicide crisis lines" of Wikipedia. A doctor, a hospital or the'
    " police knows the local ones.",
    'Keep your own numbers here: acu profile set --emergency-number "..." --crisis-number "..."',
)
"""What holds where no numbers of a country are known."""


def crisis_paragraph(library: Library, help_: Help, language: str = DEFAULT_LANGUAGE) -> str:
    """Return the calm paragraph for thoughts of suicide, in English, with the numbers of this person in it.

    Where the country is not known, `language` (that of the request) chooses whose numbers stand there. It carries no
    heading and nothing follows it.
    """
    flag = library.red_flags.get(CRISIS_FLAG)
    text = flag.text if flag is not None and flag.text else _CRISIS
    own = help_.record if help_.record is not None and help_.record.lines else None
    countries = [own] if own is not None else _countries_to_name(library, language)
    numbers = "; ".join(_say_name(line) for line in help_.lines) or _numbers_by_country(countries)
    is_always = all(_is_always(item.lines[0]) for item in countries)
    text = _LINES_PLACE.sub(lambda _: numbers, text)
    text = _ALWAYS_PLACE.sub(lambda place: place[1] if is_always else "", text)
    if help_.emergency:
        text = text.replace("your emergency number", f"your emergency number ({' or '.join(help_.emergency)})", 1)
    checked = help_.record.checked if help_.record is not None else _oldest(library)
    return text.replace(
        "{checked}", f"{checked}, which is long ago: they may have changed" if help_.is_old else checked
    )


def _say_name(line: HelplineService) -> str:
    """Return a line with its number, and its hours where it is not always there."""
    return f"{line.name}, {line.number}{_few_hours(line)}"


def _few_hours(line: HelplineService) -> str:
    """Return the hours of a line that is not always there, in brackets."""
    return "" if line.hours.startswith(_ROUND_THE_CLOCK) or line.hours in {"", _NOT_SEEN} else f" ({line.hours})"


def _is_always(line: HelplineService) -> bool:
    """Tell whether a line was seen to answer day and night, and nothing says that it costs."""
    return line.hours.startswith(_ROUND_THE_CLOCK) and line.free is not False


def _countries_to_name(library: Library, language: str) -> list[CountryHelplines]:
    """Return the countries to name where nobody knows which is meant.

    Those that speak the language and whose first line is always there, else those that speak it, else every country
    whose first line is always there.
    """
    records = [item for item in library.helplines.values() if item.lines]
    always = [item for item in records if _is_always(item.lines[0])]
    spoken = [item for item in records if language in item.languages]
    return [item for item in spoken if item in always] or spoken or always


def _numbers_by_country(countries: Sequence[CountryHelplines]) -> str:
    """Return the first line of each country, countries with the same number together, hours where they are few."""
    named: dict[str, list[str]] = {}
    for item in countries:
        named.setdefault(f"{item.lines[0].number}{_few_hours(item.lines[0])}", []).append(item.country)
    return "; ".join(f"{' and '.join(names)} {number}" for number, names in named.items())


def _oldest(library: Library) -> str:
    return min((record.checked for record in library.helplines.values()), default="")
