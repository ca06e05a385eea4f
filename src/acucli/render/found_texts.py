"""The claims and articles of an answer of `acu find`, in words."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.model.answers import FindAnswer, FoundText


def text_lines(answer: FindAnswer) -> Iterator[str]:
    """Yield what the words lead to: a claim with what is known of it, an article with what it is about."""
    for text in answer.texts:
        if text.matched:
            yield _said(text)


def come_first(answer: FindAnswer) -> bool:
    """Tell whether the texts stand before the conditions: a page that offers no session comes before a claim."""
    return not answer.conditions or answer.conditions[0].session == "offered"


def pointers(answer: FindAnswer) -> Iterator[str]:
    """Yield where the texts are that are near what was asked."""
    near = [text for text in answer.texts if not text.matched]
    if near:
        yield f"Claims you may meet: acu show {' '.join(f'{text.kind}:{text.id}' for text in near)}"


def _said(text: FoundText) -> str:
    if text.kind == "article":
        return f"{text.name}. {text.says} Read: acu learn {text.id}"
    since = f", as of {text.since}" if text.since.isdigit() else ""
    return (
        f"A claim you may meet: {text.says}\nWhat is known{since}: {text.known}\n{text.leave}\n"
        f"More: acu show claim:{text.id}, acu learn claims-you-will-meet"
    )
