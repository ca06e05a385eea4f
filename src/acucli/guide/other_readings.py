"""Other readings: what a request means beside the complaint that is served, and the line that serves the next one.

One session serves one complaint: its order, sides, length and evidence were settled for it. Which one is always said.
"""

from __future__ import annotations

from acucli.lookup import interpret
from acucli.model.answers import Prepared
from acucli.model.library import Library
from acucli.text.quoting import quoted


def also_understood(prepared: Prepared, library: Library) -> str:
    """Return what else was understood, which complaint is served, and the line for the next; empty where nothing was.

    The line carries what the words told of the person.
    """
    if not prepared.other_readings:
        return ""
    told = f"also understood: {', '.join(prepared.other_readings)}"
    plan = prepared.plan
    served = library.conditions.get(plan.conditions[0]) if plan is not None and plan.conditions else None
    if plan is None or served is None:
        return told
    told += f"; this session is for {served.name}"
    conditions = {condition.name: condition for condition in library.conditions.values() if condition.offered}
    following = next((conditions[name] for name in prepared.other_readings if name in conditions), None)
    if following is None:
        return told
    words = _with_facts(following.slug, plan.says, library)
    again = "  with what you said of yourself" if plan.says and words == following.slug else ""
    return f"{told}. The next one: acu session {quoted(words)}{again}"


def _with_facts(slug: str, says: tuple[str, ...], library: Library) -> str:
    """Return a complaint with the answers about the person behind it, where they are read again from these words."""
    words = ", ".join((slug, *(answer.replace("-", " ") for answer in says)))
    meaning = interpret(words, library)
    same = [reading.slug for reading in meaning.conditions][:1] == [slug] and not meaning.stops
    return words if same and set(says) <= set(meaning.says_of_person) else slug
