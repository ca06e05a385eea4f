"""What must be true of cautions, signs and requests held back (codes S...)."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.library.derived_fields import span_of
from acucli.library.problems import Problem
from acucli.library.source import Sources
from acucli.model.safety import NO_HOLDS

_ANY = "any"
_EVERYONE = "everyone"


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
        if item.record.asked != "shown" and not item.record.words:
            yield item.problem("S006", "no words raise it", "add `words: {en: [...]}`", "words")
    for item in sources.all("helplines"):
        if not item.record.emergency:
            yield item.problem("S007", "names no emergency number", "add `emergency`", "emergency")
