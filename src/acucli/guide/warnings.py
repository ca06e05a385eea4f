"""Warnings: what words raise instead of an answer, and signs as answers carry them."""

from __future__ import annotations

from acucli.lookup import QueryResult, interpret
from acucli.lookup.foreign import likely_language
from acucli.lookup.query_result import MAY_NEED_HELP
from acucli.model.answers import Flag, Held, Stop
from acucli.model.library import Library
from acucli.model.safety import RedFlag
from acucli.text.tokens import LONGEST_TEXT

_IN_DANGER = (
    "In danger now, call your emergency number (112 in many countries); acu helplines  lists numbers by country."
)


def as_flag(flag: RedFlag) -> Flag:
    """Return a warning sign as an answer carries it."""
    return Flag(id=flag.id, level=flag.level, ask=flag.ask, tell=flag.tell, brief=flag.brief)


def stop_of(meaning: QueryResult, library: Library) -> Stop | None:
    """Return what the words of a request raise: warning signs and what is not served; None where nothing.

    Where the words are the name of an illness that a page is about, the page is named, to be read after the sign.
    """
    if not (meaning.red_flags or meaning.held_back):
        return None
    return Stop(
        red_flags=tuple(as_flag(flag) for flag in meaning.red_flags),
        held_back=tuple(Held(id=item.id, tell=item.tell) for item in meaning.held_back),
        language=meaning.language,
        pages=_pages(meaning, library),
    )


def _pages(meaning: QueryResult, library: Library) -> tuple[str, ...]:
    """Return the information pages that watch for the very sign the words raised; none beside an emergency."""
    raised = {flag.id for flag in meaning.red_flags}
    if any(flag.level in {"emergency", "crisis"} for flag in meaning.red_flags):
        return ()
    spoken = (library.conditions[reading.slug] for reading in meaning.conditions)
    return tuple(page.slug for page in spoken if not page.offered and raised.intersection(page.watch_for))


def is_unsure(meaning: QueryResult) -> bool:
    """Tell whether only the second net for danger stopped these words, which still speak of a complaint."""
    raised = [flag.id for flag in meaning.red_flags]
    return raised == [MAY_NEED_HELP] and not meaning.held_back and bool(meaning.conditions)


def asked_first(words: str, library: Library) -> Stop | None:
    """Return what is asked about before a session of these words; None where nothing or more was raised."""
    meaning = interpret(words, library)
    return stop_of(meaning, library) if is_unsure(meaning) else None


def help_for_any(words: str, library: Library) -> tuple[str, ...]:
    """Return where help is, in English and in the language the words seem to be of."""
    lexicon = library.lexicons.get(likely_language(words[:LONGEST_TEXT], library))
    own = lexicon.numbers if lexicon is not None else ""
    return (_IN_DANGER, own) if own else (_IN_DANGER,)


def names_no_sign(stop: Stop) -> bool:
    """Tell whether it only says that help may be needed first, without a sign that is named."""
    return not stop.held_back and all(flag.id == MAY_NEED_HELP for flag in stop.red_flags)


def stop_in(words: str, library: Library) -> Stop | None:
    """Return what is raised by words that were meant as a name: a warning sign is heard by every command."""
    return stop_of(interpret(words, library), library)
