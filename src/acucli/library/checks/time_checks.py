"""When to stop and when to see somebody, and what was tested (codes C010 to C012)."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.library.time_spans import counts_sessions, spans_in_days
from acucli.model.conditions import Condition, TimeRule, TrialDose
from acucli.model.evidence import Reference

LATEST_DAYS = 28
"""After four weeks at the latest somebody is seen, and pressing stops where no trial read its result later."""
_TRIALS = frozenset({"rct", "meta-analysis", "systematic-review", "cochrane-review"})


def check(sources: Sources) -> Iterator[Problem]:
    """Yield rules of time that are at odds with their own rhythm or trial, and trials that are not told."""
    references: dict[str, Reference] = sources.shelf("references")
    known = {*references, *sources.records["sources"]}
    for item in sources.all("conditions"):
        yield from _see_somebody(item)
        yield from _stop_pressing(item)
        yield from _tested(item, references, known)


def _see_somebody(item: Located) -> Iterator[Problem]:
    rule: TimeRule | None = item.record.see_somebody
    if rule is None:
        yield item.problem("C009", "see_somebody is empty", "say when to see somebody", "see_somebody")
        return
    if rule.days > LATEST_DAYS:
        fix = f"write {LATEST_DAYS} days at most"
        yield item.problem("C010", f"somebody is seen only after {rule.days} days", fix, "see_somebody")
    yield from _sentence(item, "see_somebody", rule)


def _stop_pressing(item: Located) -> Iterator[Problem]:
    condition: Condition = item.record
    rule = condition.stop_pressing
    if rule is None:
        if condition.offered:
            yield item.problem("C009", "stop_pressing is empty", "say when to stop", "stop_pressing")
        return
    longest = max(spans_in_days(condition.frequency), default=0)
    if rule.days < longest:
        reason = f"stops after {rule.days} days, and its frequency speaks of {longest}"
        yield item.problem("C010", reason, f"write {longest} days, or shorten the frequency", "stop_pressing")
    yield from _reading(item, rule, max(LATEST_DAYS, longest))
    yield from _sentence(item, "stop_pressing", rule)


def _reading(item: Located, rule: TimeRule, most: int) -> Iterator[Problem]:
    """Pressing stops when the trial read its result; where there was no such time, within `most` days."""
    tested: TrialDose | None = item.record.tested
    read = [round(week * 7) for week in tested.read_at] if tested else []
    if read and rule.days not in read:
        reason = f"stops after {rule.days} days, and the trial read its result after {', '.join(map(str, read))}"
        yield item.problem("C010", reason, f"write {read[0]} days", "stop_pressing")
    if not read and rule.days > most:
        reason = f"goes on for {rule.days} days, and no trial read its result then"
        yield item.problem("C010", reason, f"write {most} days at most", "stop_pressing")


def _sentence(item: Located, field: str, rule: TimeRule) -> Iterator[Problem]:
    """What is said is what is counted with."""
    if counts_sessions(rule.say):
        yield item.problem("C010", "counts sessions instead of days or weeks", "name a time", field, "say")
    said = spans_in_days(rule.say)
    if rule.days > 1 and rule.days not in said:
        yield item.problem("C010", f"does not say its {rule.days} days", "name that time in `say`", field, "say")
    if said and max(said) > rule.days:
        yield item.problem("C010", f"says {max(said)} days and counts {rule.days}", "make them equal", field, "say")


def _tested(item: Located, references: dict[str, Reference], known: set[str]) -> Iterator[Problem]:
    condition: Condition = item.record
    tested = condition.tested
    if tested is None:
        named = (references[name] for name in condition.references if name in references)
        trials = [ref for ref in named if ref.usable_for_claims and not ref.indirect and ref.kind in _TRIALS]
        if condition.offered and condition.grade != "D" and trials:
            reason = f"grade {condition.grade} rests on trials, and nothing says what people in them did"
            yield item.problem("C011", reason, "add `tested`", "grade")
        return
    if tested.source not in known:
        reason = f"no reference or source {tested.source!r}"
        yield item.problem("C012", reason, "mend the id", "tested", "source")
    elif tested.source in references and tested.source not in condition.references:
        yield item.problem("C012", "its trial is not among the references", "name it there", "tested", "source")
    if tested.times_a_day < 0 or tested.weeks < 0 or not 1 <= tested.days_a_week <= 7 or tested.days_a_cycle < 0:
        yield item.problem("C012", "its dose has a number that cannot be", "mend it", "tested")
