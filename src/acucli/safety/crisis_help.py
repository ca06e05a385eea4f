"""Helplines: which numbers are this person's, how old they are, and the calm paragraphs of a crisis."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

import msgspec

from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.model.practice import Profile
from acucli.model.safety import CountryHelplines, HelplineNeed, HelplineService
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
_LISTENING = (
    "Somebody will listen{, free, day and night}: {crisis line}. In danger now, call your emergency number. (Numbers"
    " seen on {checked}.)"
)
_NEEDS: dict[HelplineNeed, str] = {
    "violence": "if you are hurt or controlled",
    "forced-sex": "if you were forced into sex",
    "children": "for a child",
}


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
        """Return the lines for everybody in a crisis to ring or write to, the person's own first."""
        return self.lines_first_for(())

    def lines_first_for(self, needs: Sequence[HelplineNeed]) -> tuple[HelplineService, ...]:
        """Return the person's own line, those for people in these needs, and one for everybody; all where none is."""
        special = tuple(dict.fromkeys(line for need in needs for line in lines_for(self.record, need)))
        general = lines_for(self.record, None)
        return (*self.own_line, *special, *(general[:1] if special else general))

    @property
    def own_line(self) -> tuple[HelplineService, ...]:
        """Return the person's own number for a crisis as a line, empty where none was given."""
        return (HelplineService(name="your own number", number=self.own_crisis),) if self.own_crisis else ()


def lines_for(record: CountryHelplines | None, need: HelplineNeed | None) -> tuple[HelplineService, ...]:
    """Return the lines of a country for people in this need; those for everybody where it is None."""
    lines = record.lines if record is not None else ()
    return tuple(line for line in lines if (need in line.serves if need is not None else not line.serves))


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
        lines = (f"Somebody to talk to: {_numbers_by_country(_first_lines(library, DEFAULT_LANGUAGE))}",)
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
    return _filled(flag.text if flag is not None and flag.text else _CRISIS, library, help_, language, ())


def listening_paragraph(
    library: Library, help_: Help, needs: Sequence[HelplineNeed], language: str = DEFAULT_LANGUAGE
) -> str:
    """Return who listens to somebody who is hurt, controlled or in another need, in English, and whom to call.

    The lines made for these needs come first, where any are known for the country or the language; see
    `crisis_paragraph`.
    """
    return _filled(_LISTENING, library, help_, language, needs)


def _filled(text: str, library: Library, help_: Help, language: str, needs: Sequence[HelplineNeed]) -> str:
    """Return a paragraph with the numbers in their places."""
    lines = help_.lines_first_for(needs)
    listed = lines[len(help_.own_line) :]
    named = {need: _first_lines(library, language, need) for need in needs or (None,)}
    numbers = "; ".join(map(_say_name, lines)) or _numbers_by_need(named)
    is_always = all(map(_is_always, listed[:1] or [line for pairs in named.values() for _, line in pairs]))
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


def _first_lines(
    library: Library, language: str, need: HelplineNeed | None = None
) -> list[tuple[CountryHelplines, HelplineService]]:
    """Return the countries to name where nobody knows which is meant, each with its first line for this need.

    Those that speak the language and whose line is always there, else those that speak it, else every country whose
    line is always there. Where none that speaks it has a line for the need, the lines for everybody stand there.
    """
    known = [(item, lines_for(item, need)) for item in library.helplines.values()]
    first = [(item, lines[0]) for item, lines in known if lines]
    if need is not None and not any(language in item.languages for item, _ in first):
        return _first_lines(library, language)
    always = [(item, line) for item, line in first if _is_always(line)]
    spoken = [(item, line) for item, line in first if language in item.languages]
    return [pair for pair in spoken if pair in always] or spoken or always


def _numbers_by_need(named: Mapping[HelplineNeed | None, Sequence[tuple[CountryHelplines, HelplineService]]]) -> str:
    """Return the numbers by country, for each need apart where there are several."""
    said = {need: _numbers_by_country(pairs) for need, pairs in named.items()}
    if len(said) == 1:
        return next(iter(said.values()))
    return "; ".join(f"{_NEEDS[need]}, {numbers}" for need, numbers in said.items() if need is not None)


def _numbers_by_country(named: Sequence[tuple[CountryHelplines, HelplineService]]) -> str:
    """Return each line with its country, countries with the same number together, hours where they are few."""
    by_number: dict[str, list[str]] = {}
    for country, line in named:
        by_number.setdefault(f"{line.number}{_few_hours(line)}", []).append(country.country)
    return "; ".join(f"{' and '.join(names)} {number}" for number, names in by_number.items())


def _oldest(library: Library) -> str:
    return min((record.checked for record in library.helplines.values()), default="")
