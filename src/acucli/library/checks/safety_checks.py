"""What must be true of cautions, signs and requests held back (codes S...)."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.library.derived_fields import span_of
from acucli.library.problems import Problem
from acucli.library.sign_building import ANY, is_range, parse_line
from acucli.library.source import Sources
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.safety import NO_HOLDS

_ANY = "any"
_EVERYONE = "everyone"
_LONGEST_BRIEF = 60
_BUNDLED = "data/"


def check(sources: Sources) -> Iterator[Problem]:
    """Yield references of safety records that lead nowhere."""
    points = set(sources.records["points"])
    regions = set(sources.records["regions"])
    answers = set(sources.records["questions"])
    conditions = set(sources.records["conditions"])
    flags = set(sources.records["red_flags"])
    for item in sources.all("cautions"):
        for index, code in enumerate(item.record.points):
            if points and code not in points:
                yield item.problem("S001", f"no point {code!r}", "mend the code", "points", index)
        for index, region in enumerate(item.record.regions):
            if region not in regions:
                yield item.problem("S002", f"no region {region!r}", "mend the slug", "regions", index)
        for index, answer in enumerate(item.record.profile):
            if answer != _EVERYONE and answer not in answers:
                yield item.problem("S003", f"no answer {answer!r}", "mend the slug", "profile", index)
        if item.record.expires and span_of(item.record.expires) is None:
            reason = f"{item.record.expires!r} names no time"
            yield item.problem("S009", reason, 'write "90 days", "6 weeks after birth" or "next time"', "expires")
        for index, flag in enumerate(item.record.ask_flags):
            if flag not in flags:
                yield item.problem("S004", f"no warning sign {flag!r}", "mend the id", "ask_flags", index)
    for item in sources.all("questions"):
        for index, answer in enumerate(item.record.implies):
            if answer != NO_HOLDS and answer not in answers:
                yield item.problem("S003", f"no answer {answer!r}", "mend the slug", "implies", index)
        for index, slug in enumerate(item.record.asked_for):
            if slug not in conditions:
                yield item.problem("S005", f"no condition {slug!r}", "mend the slug", "asked_for", index)
        if span_of(item.record.ask_again) is None:
            reason = f"{item.record.ask_again!r} names no time"
            yield item.problem("S009", reason, 'write "90 days", "next session" or "never"', "ask_again")
    for item in sources.all("red_flags"):
        for index, slug in enumerate(item.record.applies_to):
            if slug != _ANY and slug not in conditions:
                yield item.problem("S005", f"no condition {slug!r}", "mend the slug", "applies_to", index)
        for index, answer in enumerate(item.record.only_if):
            if answer not in answers:
                yield item.problem("S003", f"no answer {answer!r}", "mend the slug", "only_if", index)
        if item.record.asked not in {"shown", "net"} and not item.record.words:
            yield item.problem("S006", "no words raise it", "add `words: {en: [...]}`", "words")
    yield from _brief(sources)
    yield from _classes(sources)
    for item in sources.all("helplines"):
        if not item.record.emergency:
            yield item.problem("S007", "names no emergency number", "add `emergency`", "emergency")


def _brief(sources: Sources) -> Iterator[Problem]:
    """Yield signs and cautions whose short form is missing (in the bundled data) or does not fit its line."""
    for kind in ("red_flags", "cautions"):
        for item in sources.all(kind):
            length = len(item.record.brief)
            if length > _LONGEST_BRIEF or (not length and item.file.startswith(_BUNDLED)):
                reason = f"`brief` has {length} characters, not 1 to {_LONGEST_BRIEF}"
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
