"""The cards of every record but points, and any record as a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from acucli.model.answers import RecordAnswer
from acucli.model.conditions import BASIS_WORDS, Condition
from acucli.model.evidence import Article, Claim, Reference, Source
from acucli.model.points import Meridian
from acucli.model.routines import Area, BreathingPattern, Routine, Technique
from acucli.model.safety import Caution, CountryHelplines, HelplineNeed, RedFlag, SafetyWords
from acucli.render.card_inputs import CardInputs
from acucli.render.context import AppContext
from acucli.render.layout import HEAD, Line, labelled
from acucli.render.point_cards import hanzi
from acucli.render.writers import Rows
from acucli.safety.crisis_help import say_date, say_line

_SIDE_RULES: dict[str, str] = {
    "either": "either side, or both",
    "both": "both sides, one after the other",
    "painful-side-first": "the side that troubles you first (--side left or --side right), then the other",
    "opposite-allowed": "the side that hurts, or the other one where it is too sore",
}


def record_rows(answer: RecordAnswer, run: AppContext) -> Rows:
    """Return a record as one row of all its fields."""
    row: dict[str, Any] = msgspec.to_builtins(answer.record)
    return Rows([row], tuple(row))


def record_codes(answer: RecordAnswer, run: AppContext) -> tuple[str, ...]:
    """Return the code, slug or id of a record."""
    names = ("code", "slug", "id", "name")
    return (next(str(getattr(answer.record, name)) for name in names if hasattr(answer.record, name)),)


def condition_card(condition: Condition, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a condition."""
    yield HEAD, f"{condition.name}  ({condition.slug})"
    yield "Evidence", f"{condition.grade_words}. {condition.evidence}"
    yield "Pressed by", f"{condition.pressed_by}; best study: {condition.best_design}; as of {condition.evidence_date}"
    if condition.offered:
        yield "Session", f"acu session {condition.slug}"
    else:
        yield "No session", condition.session_reason
    if condition.points:
        yield "Map", f"acu map condition:{condition.slug}"
    yield from labelled(("Covers", ", ".join(condition.general_of)), ("Topics", ", ".join(condition.topics)))
    if condition.points:
        yield "Which side", _SIDE_RULES[condition.side_rule]
    yield "", ""
    for number, (choice, offer) in enumerate(zip(condition.points, inputs.offers, strict=True), start=1):
        names = inputs.library.points[choice.code].names
        why = f"{choice.why} ({choice.role}; {BASIS_WORDS[choice.basis]})"
        yield f"{number} {choice.code}", f"{names.plain}, {names.english}: {offer.refusal or why}"
    yield "", ""
    for flag in condition.watch_for:
        sign = inputs.library.red_flags[flag]
        yield sign.level.replace("-", " "), f"{sign.ask} {sign.tell}"
    if condition.no_watch_for:
        yield "Warning signs", condition.no_watch_for
    yield "", ""
    yield from ((("Also do" if number == 0 else ""), advice) for number, advice in enumerate(condition.advice))
    if condition.tested:
        yield "In the trial", f"{condition.tested.in_words} [{condition.tested.source}]"
    yield "How often", condition.frequency
    yield from _times(condition)
    yield "Keep on", condition.keep_treatment
    yield "If no better", condition.way_out
    for name in condition.claims:
        yield "Claimed", f"{inputs.library.claims[name].says} What is known: acu show claim:{name}"
    for name in condition.references:
        yield "Reference", cited(inputs.library.references[name])
    for name in condition.sources:
        yield "Advice from", inputs.library.sources[name].title


def _times(condition: Condition) -> Iterator[Line]:
    """Yield when to stop and when to see somebody; a pack of version 0.1 says it in its own words as well."""
    stop, see = condition.stop_pressing, condition.see_somebody
    yield from labelled(
        ("When to stop", " ".join(filter(None, (condition.stop_rule, stop.say if stop else "")))),
        ("See somebody", see.say if see else ""),
    )


def cited(reference: Reference) -> str:
    """Return a reference on one line, with `needle studies` where it is not about pressing."""
    who = ", ".join(part for part in (reference.authors, str(reference.year or ""), reference.journal) if part)
    marks = [f"doi {reference.doi}" if reference.doi else "", f"PMID {reference.pmid}" if reference.pmid else ""]
    marks.append(reference.pmcid if reference.pmcid not in f"{who} {reference.title}" else "")
    needle = "needle studies, not pressing; " if reference.indirect else ""
    shown = "; ".join(mark for mark in marks if mark)
    return f"[{reference.id}] {needle}{reference.title}. {who}. {shown}".strip().rstrip(".") + "."


def routine_card(routine: Routine, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a routine."""
    yield HEAD, f"{routine.name}  ({routine.slug})"
    yield from labelled(("About", routine.summary))
    yield "For", ", ".join(routine.for_)
    yield "Length", f"about {routine.target_minutes:g} minutes, {routine.level}"
    if routine.needs:
        yield "You need", ", ".join(routine.needs)
    yield "Breathing", inputs.library.breathing[routine.breathing].name
    yield from ((("First" if number == 0 else ""), text) for number, text in enumerate(routine.prepare))
    for number, (step, offer) in enumerate(zip(routine.steps, inputs.offers, strict=True), start=1):
        name = step.point or inputs.library.areas[step.area].name
        seconds = f"{step.seconds} s" if step.seconds else "as usual"
        how = "" if step.technique == "press" else f", {inputs.library.techniques[step.technique].name.lower()}"
        side = "" if step.side == "midline" else f", {step.side}"
        yield f"{number} {name}", offer.refusal or f"{seconds}{side}{how}. {step.words}".strip()
    yield from ((("At the end" if number == 0 else ""), text) for number, text in enumerate(routine.close))
    if routine.sources:
        yield "After", ", ".join(routine.sources)
    if any(step.point for step in routine.steps):
        yield "Map", f"acu map routine:{routine.slug}"
    yield "Start", f"acu session {routine.slug}" + (" --now" if routine.open else "")


def technique_card(technique: Technique, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a technique."""
    yield HEAD, f"{technique.name}  ({technique.slug})"
    yield from labelled(
        ("What", technique.summary), ("How", technique.how), ("Said", technique.words), ("Cue", technique.cue)
    )
    strokes = f", about {technique.strokes} strokes" if technique.strokes else ""
    rhythm = f", {technique.rhythm} a minute" if technique.rhythm else ""
    yield "Time", f"{technique.usual_seconds} seconds{strokes}{rhythm}"
    for name in technique.not_with:
        yield "Not with", inputs.library.cautions[name].title
    if technique.not_on:
        yield "Not on", ", ".join(technique.not_on)


_POSTURES: dict[str, str] = {"seated": "seated", "seated-or-lying": "seated or lying", "any": ""}


def breathing_card(pattern: BreathingPattern, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a breathing pattern."""
    yield HEAD, f"{pattern.name}  ({pattern.slug})"
    yield from labelled(("What", pattern.summary), ("Care", pattern.caution))
    yield from labelled(("Position", _POSTURES[pattern.posture]))
    if pattern.phases:
        said = ", ".join(
            f"{phase.do} {phase.seconds:g} s" + (f" ({phase.through})" if phase.through != "none" else "")
            for phase in pattern.phases
        )
        yield "Pace", said
    if pattern.max_cycles:
        yield "At most", f"{pattern.max_cycles} breaths"
    if pattern.max_minutes:
        yield "At most", f"{pattern.max_minutes:g} minutes"
    yield from labelled(("Then", pattern.then), ("Instead", pattern.stand_in), ("Default for", pattern.default_for))
    yield from (("Source", source) for source in pattern.sources)


def area_card(area: Area, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of an area."""
    yield HEAD, f"{area.name}  ({area.slug})"
    for offer in inputs.offers:
        yield from labelled((offer.label, offer.because if not offer.offered else ""))
    yield from labelled(("Where", area.where), ("By touch", area.by_touch), ("How", area.words))
    yield "Regions", ", ".join(area.regions)
    if area.points:
        yield "Points in it", ", ".join(area.points)


def caution_card(caution: Caution, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a caution."""
    yield HEAD, f"{caution.title}  ({caution.id})"
    yield "Rule", caution.rule
    who = [inputs.library.questions[slug].words for slug in caution.profile if slug in inputs.library.questions]
    yield "For", ", ".join(who) if who else "everyone"
    yield (
        "What it does",
        {
            "block": "left out",
            "lighter": "lighter pressure, shorter holds",
            "warn": "said before the session",
            "inform": "said once",
        }[caution.action],
    )
    for label, parts in (("Points", caution.points), ("Regions", caution.regions), ("Techniques", caution.techniques)):
        if parts:
            yield label, ", ".join(parts)
    if caution.max_seconds_per_day:
        yield "In a day", f"at most {caution.max_seconds_per_day} seconds on one point and side"
    yield from labelled(
        ("Asked again", caution.expires),
        ("Instead", caution.instead),
        ("Disputed", caution.disputed),
        ("Good to know", caution.reassure),
    )
    yield "Rests on", caution.strength.replace("-", " ")
    for source in caution.sources:
        yield "Source", ", ".join(part for part in (source.title, source.doi and f"doi {source.doi}") if part)


def meridian_card(meridian: Meridian, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a meridian."""
    names = hanzi(meridian.traditional, meridian.simplified)
    yield HEAD, f"{meridian.code}  {meridian.name}  {meridian.pinyin}  {names}"
    yield "Points", f"{meridian.points}" + (f", {meridian.first} to {meridian.last}" if meridian.first else "")
    yield from labelled(("Course", meridian.course), ("Pair", meridian.pair), ("Hours", meridian.hours))
    yield from labelled(
        ("Yin or yang", meridian.yin_yang), ("Element", meridian.element), ("Tradition", meridian.tradition)
    )
    if meridian.aliases:
        yield "Other letters", "; ".join(meridian.aliases)
    yield "All points", f"acu list points --meridian {meridian.code}"


def reference_card(reference: Reference, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a reference."""
    yield HEAD, cited(reference)
    yield "Found", reference.finding
    yield "Direction", f"{reference.direction}; certainty {reference.certainty}; seen: {reference.seen_level}"
    yield from labelled(("Pressed by", reference.delivered_by), ("Dose", reference.dose), ("Note", reference.note))
    if (said := reference.guideline) is not None:
        yield "Who", f"{said.body}; {said.country}; {said.issued}; {said.about}"
        yield "Needles", said.needles
        yield "Pressing", said.pressing
    if not reference.usable_for_claims:
        yield "Claims", "none may rest on it"
    if reference.checked:
        yield "Checked", f"{reference.checked}. {reference.how}"


def source_card(source: Source, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a source."""
    yield HEAD, f"{source.title}  ({source.id})"
    yield "Kind", source.kind
    yield from labelled(("Address", source.url))


def claim_card(claim: Claim, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a claim: what is said, what is known, and what not to press for."""
    yield HEAD, f"A claim you may meet: {claim.name}  ({claim.slug})"
    yield "People say", claim.says
    yield "Known", claim.known
    yield "So", claim.leave
    yield "As of", claim.since
    yield from labelled(("About", ", ".join(claim.conditions)), ("Documents", ", ".join(claim.documents)))
    for name in claim.references:
        yield "Reference", cited(inputs.library.references[name])
    for name in claim.sources:
        yield "Read in", inputs.library.sources[name].title
    yield "More", "acu learn claims-you-will-meet"


def article_card(article: Article, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of an article."""
    yield HEAD, article.title
    for paragraph in article.body.split("\n\n"):
        yield "", ""
        yield from (("", line) for line in _article_lines(paragraph.strip()))
    if article.see:
        yield "", ""
        yield "See also", ", ".join(article.see)


def _article_lines(paragraph: str) -> Iterator[str]:
    """Yield the lines of a paragraph, an item of a list or a row of a table on each; a row as a sentence."""
    if paragraph.startswith("|"):
        heads, _, *rows = ([cell.strip() for cell in row.strip("| ").split("|")] for row in paragraph.split("\n"))
        for first, *cells in rows:
            told = "; ".join(f"{head}: {cell}" for head, cell in zip(heads[1:], cells, strict=True))
            yield f"- {first}. {told[:1].upper()}{told[1:]}."
    elif paragraph.startswith(("- ", "* ", "#")):
        yield from (line.lstrip("#").strip() for line in paragraph.split("\n"))
    else:
        yield paragraph.replace("\n", " ")


def sign_card(sign: RedFlag, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a warning sign."""
    yield HEAD, f"{sign.level.replace('-', ' ')}  ({sign.id})"
    yield "Ask", sign.ask
    yield "Do", sign.tell
    yield from (("Sign", text) for text in (*sign.all_of, *sign.any_of))
    yield from (("Source", source.title) for source in sign.sources)


def safety_words_card(words: SafetyWords, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of what is said at every hold: when to let go, and what may follow."""
    yield HEAD, "Said at every session  (safety-words)"
    yield from labelled(("Settle in", words.settle_in), ("At every hold", words.every_hold))
    yield "", ""
    for number, sign in enumerate(words.signs):
        yield "" if number else "Let go if", f"{sign.say}: {sign.do}."
    yield "", ""
    for number, effect in enumerate(words.side_effects):
        yield "" if number else "May follow", f"{effect.say} (said: {', '.join(effect.at)})"
    yield "", ""
    yield from labelled(("At the end", words.every_close), ("When to stop", words.stop_pressing))
    yield from labelled(("See somebody", words.see_somebody), ("Resume", words.resume))


_SERVES: dict[HelplineNeed, str] = {"violence": "Hurt at home", "forced-sex": "Forced sex", "children": "For a child"}


def helpline_card(helpline: CountryHelplines, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of the numbers of a country."""
    yield HEAD, f"{helpline.country}  ({helpline.code})"
    yield "Emergency", " or ".join(helpline.emergency)
    for line in helpline.lines:
        yield _SERVES[line.serves[0]] if line.serves else "To talk", f"{line.name}: {say_line(line)}"
    yield from labelled(("Note", helpline.emergency_note), ("Note", helpline.note))
    yield "Dated", say_date(helpline, inputs.today)


def figure_card(figure: Any, inputs: CardInputs) -> Iterator[Line]:
    """Yield the card of a figure."""
    yield HEAD, f"{figure.title}  ({figure.name})"
    yield "Draw it", f"acu map {figure.name}"
