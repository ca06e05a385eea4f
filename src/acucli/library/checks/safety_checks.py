"""What must be true of cautions, signs and requests held back (codes S...)."""

from __future__ import annotations

from collections.abc import Container, Iterator

from acucli.library.checks.lay_words_checks import BUNDLED, LONGEST_LINE
from acucli.library.derived_fields import span_of
from acucli.library.problems import Problem
from acucli.library.sign_building import ANY, is_range, parse_line
from acucli.library.source import Located, Sources
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.safety import NO_HOLDS

_EVERYONE = "everyone"
_NAMED_BY = {"point": "code", "region": "slug", "answer": "slug", "condition": "slug", "warning sign": "id"}


def check(sources: Sources) -> Iterator[Problem]:
    """Yield references of safety records that lead nowhere, and what is missing in them."""
    yield from _cautions(sources)
    yield from _questions(sources)
    yield from _red_flags(sources)
    yield from _brief(sources)
    yield from _classes(sources)
    for item in sources.all("helplines"):
        if not item.record.emergency:
            yield item.problem("S007", "names no emergency number", "add `emergency`", "emergency")


def _cautions(sources: Sources) -> Iterator[Problem]:
    answers = {_EVERYONE, *sources.records["questions"]}
    for item in sources.all("cautions"):
        if sources.records["points"]:
            yield from _unknown(item, "points", sources.records["points"], "S001", "point")
        yield from _unknown(item, "regions", sources.records["regions"], "S002", "region")
        yield from _unknown(item, "profile", answers, "S003", "answer")
        if item.record.expires and span_of(item.record.expires) is None:
            reason = f"{item.record.expires!r} names no time"
            yield item.problem("S009", reason, 'write "90 days", "6 weeks after birth" or "next time"', "expires")
        yield from _unknown(item, "ask_flags", sources.records["red_flags"], "S004", "warning sign")


def _questions(sources: Sources) -> Iterator[Problem]:
    for item in sources.all("questions"):
        yield from _unknown(item, "implies", {NO_HOLDS, *sources.records["questions"]}, "S003", "answer")
        yield from _unknown(item, "asked_for", sources.records["conditions"], "S005", "condition")
        if span_of(item.record.ask_again) is None:
            reason = f"{item.record.ask_again!r} names no time"
            yield item.problem("S009", reason, 'write "90 days", "next session" or "never"', "ask_again")


def _red_flags(sources: Sources) -> Iterator[Problem]:
    for item in sources.all("red_flags"):
        yield from _unknown(item, "applies_to", {ANY, *sources.records["conditions"]}, "S005", "condition")
        yield from _unknown(item, "only_if", sources.records["questions"], "S003", "answer")
        if item.record.asked not in {"shown", "net"} and not item.record.words:
            yield item.problem("S006", "no words raise it", "add `words: {en: [...]}`", "words")


def _unknown(item: Located, field: str, known: Container[str], code: str, what: str) -> Iterator[Problem]:
    """Yield the names in a field of a record that are not known."""
    for index, name in enumerate(getattr(item.record, field)):
        if name not in known:
            yield item.problem(code, f"no {what} {name!r}", f"mend the {_NAMED_BY[what]}", field, index)


def _brief(sources: Sources) -> Iterator[Problem]:
    """Yield signs and cautions whose short form is missing (in the bundled data) or does not fit its line."""
    for kind in ("red_flags", "cautions"):
        for item in sources.all(kind):
            length = len(item.record.brief)
            if length > LONGEST_LINE or (not length and item.file.startswith(BUNDLED)):
                reason = f"`brief` has {length} characters, not 1 to {LONGEST_LINE}"
                yield item.problem("S010", reason, "name every sign in few words", "brief")


def _classes(sources: Sources) -> Iterator[Problem]:
    """Yield word classes that English has not, and plain words in lines that hold in every language."""
    english = sources.records["lexicons"].get(DEFAULT_LANGUAGE)
    known = set(english.record.classes) if english is not None else set()
    for kind in ("red_flags", "held_back"):
        for item in sources.all(kind):
            lines = [
                (key, line)
                for words in (item.record.words, item.record.words_not)
                for key in words
                for line in words[key]
            ]
            for key, line in lines:
                for form in (form for part in parse_line(line).parts for form in part):
                    if form.startswith("@") and not is_range(form[1:]) and form[1:] not in known:
                        reason = f"no word class {form!r}"
                        yield item.problem("S011", reason, "mend the name, or add it to lexicon/en.yaml", "words")
                    elif key == ANY and not form.startswith("@"):
                        reason = f"{form!r} stands in a line of every language"
                        yield item.problem("S011", reason, "name a word class, as @limb", "words")
