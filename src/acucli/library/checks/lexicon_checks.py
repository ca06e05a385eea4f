"""What must be true of every language (codes L...)."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.model.indexes import DEFAULT_LANGUAGE, WordLists
from acucli.model.lexicon import Lexicon

_NAMES = {
    "conditions": "conditions",
    "body_parts": "conditions",
    "points": "points",
    "says_of_person": "questions",
    "red_flags": "red_flags",
    "held_back": "held_back",
}
"""Fields whose keys are names of records, with the shelf of those records."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield the faults of the languages."""
    for item in sources.all("lexicons"):
        yield from _names(item, sources)
        yield from _denials(item)
        yield from _word_lists(item)


def _names(item: Located, sources: Sources) -> Iterator[Problem]:
    for field, shelf in _NAMES.items():
        known = sources.records.get(shelf, {})
        for name in getattr(item.record, field):
            if name not in known:
                yield item.problem("L001", f"no record {name!r} in {shelf}", "mend the name", field, name)
    for word, flag in item.record.bare_signs.items():
        if flag not in sources.records.get("red_flags", {}):
            yield item.problem("L001", f"no record {flag!r} in red_flags", "mend the name", "bare_signs", word)


def _denials(item: Located) -> Iterator[Problem]:
    """Without words that deny, "no chest pain" is an alarm and "not pregnant" a pregnancy."""
    lexicon: Lexicon = item.record
    said = lexicon.conditions or lexicon.says_of_person or lexicon.red_flags or lexicon.held_back
    if said and not (lexicon.denial.before or lexicon.denial.after):
        yield item.problem("L002", "has phrases and no words that deny them", "add `denial`", "denial")


def _word_lists(item: Located) -> Iterator[Problem]:
    known = set(WordLists.__struct_fields__)
    for name in item.record.word_lists:
        if name not in known:
            yield item.problem("L003", f"no rule uses the list {name!r}", "mend its name", "word_lists", name)
    missing = sorted(known - set(item.record.word_lists)) if item.name == DEFAULT_LANGUAGE else []
    if missing:
        yield item.problem("L003", f"lacks the lists {', '.join(missing)}", "add them", "word_lists")
