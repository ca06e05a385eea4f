"""Helplines: which numbers are this person's, how old they are, and the calm paragraph of a crisis."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from acucli.model.library import Library
from acucli.model.practice import Profile
from acucli.model.safety import CountryHelplines, HelplineService

OLD_AFTER_MONTHS = 12
"""After this the date of a number is shown as old (numbers change)."""
CRISIS_FLAG = "suicidal-thoughts"
_MEMBERS = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
EUROPEAN_UNION = frozenset(_MEMBERS.split())

_ALIASES = {"UK": "GB", "USA": "US"}
_LOCALE = re.compile(r"[a-z]{2,3}[_-]([A-Za-z]{2})\b")
_LINES_PLACE = re.compile(r"\{[^{}]*crisis line[^{}]*\}")
_CRISIS = (
    "I am glad you wrote this down. Please talk to a person now. If you are in danger or have hurt yourself, call your"
    " emergency number. Somebody will listen, free, day and night: {crisis line}. If you can, go where somebody is, and"
    " put away what could hurt you. (Numbers seen on {checked}.)"
)


class Help(NamedTuple):
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
    """Return the numbers of a country by its two letters, UK and USA too, or by its name; None where none are known."""
    code = country.strip().upper()
    code = _ALIASES.get(code, code)
    by_name = {record.country.upper(): record for record in library.helplines.values()}
    found = library.helplines.get(code, by_name.get(code))
    if found is None and code in EUROPEAN_UNION:
        found = library.helplines.get("EU")
    return found


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
    hours = "" if line.hours == "not seen" else line.hours
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
        lines = (f"Somebody to talk to: {_numbers_by_country(library)}",)
    return (*said, *lines, "Or go to where somebody is.")


ANYWHERE = (
    "In danger now: call the emergency number where you are. 112 works in many countries.",
    "Go to where somebody is, or ask somebody near to call and to stay with you.",
    'Lines to talk to, by country: the page "List of suicide crisis lines" of Wikipedia. A doctor, a hospital or the'
    " police knows the local ones.",
    'Keep your own numbers here: acu profile set --emergency-number "..." --crisis-number "..."',
)
"""What holds where no numbers of a country are known."""


def crisis_paragraph(library: Library, help_: Help) -> str:
    """Return the calm paragraph for thoughts of suicide, in English, with the numbers of this person in it.

    It carries no heading and nothing follows it.
    """
    flag = library.red_flags.get(CRISIS_FLAG)
    text = flag.text if flag is not None and flag.text else _CRISIS
    numbers = "; ".join(f"{line.name}, {line.number}" for line in help_.lines) or _numbers_by_country(library)
    text = _LINES_PLACE.sub(lambda _: numbers, text)
    if help_.emergency:
        text = text.replace("your emergency number", f"your emergency number ({' or '.join(help_.emergency)})", 1)
    checked = help_.record.checked if help_.record is not None else _oldest(library)
    return text.replace(
        "{checked}", f"{checked}, which is long ago: they may have changed" if help_.is_old else checked
    )


def _numbers_by_country(library: Library) -> str:
    """Return the first line of every country, countries with the same number together."""
    countries: dict[str, list[str]] = {}
    for record in library.helplines.values():
        if record.lines:
            countries.setdefault(record.lines[0].number, []).append(record.country)
    return "; ".join(f"{' and '.join(names)} {number}" for number, names in countries.items())


def _oldest(library: Library) -> str:
    return min((record.checked for record in library.helplines.values()), default="")
