"""The card of a point: where, how, for whom not, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.guide.offering import PlaceOffer
from acucli.model.conditions import Condition
from acucli.model.points import Point, Press
from acucli.model.record import DIGIT_WORDS, PRESSURE_WORDS
from acucli.render.card_inputs import CardInputs
from acucli.render.layout import HEAD, Line, labelled

_PRECISION: dict[str, str] = {
    "exact": "",
    "area": "a small area rather than a spot: anywhere in it will do",
    "zone": "a zone of the ear: anywhere in it will do",
}


def point_card(point: Point, inputs: CardInputs) -> Iterator[Line]:
    """Yield everything that is known of a point, with what this person should know first among the cautions."""
    names = point.names
    yield HEAD, f"{point.code}  {names.pinyin}  {hanzi(names.traditional, names.simplified)}  {names.english}"
    (offer,) = inputs.offers
    if not offer.offered:
        yield offer.label, point.limit.reason if offer.never else offer.because
    yield "Where", point.where
    if point.measure:
        measure = point.measure
        ways = [f"{measure.cun:g} cun from the {measure.from_}", measure.fingers, measure.share]
        yield "Measure", "; or ".join(way for way in ways if way)
    yield from labelled(
        ("Precision", _PRECISION[point.precision]),
        ("Surface", point.surface),
        ("Lies below", ", ".join(point.tissue).replace("-", " ")),
        ("Find it", point.find),
        ("By touch", point.by_touch),
        ("You are there", point.confirm),
        ("Not here", point.not_here),
        ("Position", point.position),
    )
    yield from pressing(point, offer)
    yield from labelled(("Usual", point.feel), ("Let go if", point.stop_if), ("Sources differ", point.disputed))
    yield from _cautions(offer, inputs)
    yield from labelled(("Reach", point.reach_note), ("Note", point.note))
    if point.places and all(place.rule == "none" for place in point.places):
        yield "No picture", " ".join(place.why for place in point.places)
    if point.instead:
        yield "Instead", ", ".join(point.instead)
    if point.classes:
        yield "Classes", ", ".join(point.classes)
    if names.aliases or names.codes:
        yield "Also called", ", ".join((*names.aliases, *names.codes))
    serves = [condition.slug for condition in inputs.library.conditions.values() if _names(condition, point.code)]
    if serves:
        yield "Chosen for", ", ".join(serves)
    if offer.offered:
        yield "Session", f"acu session --points {point.code}"


def _names(condition: Condition, code: str) -> bool:
    return any(choice.code == code for choice in condition.points)


def hanzi(traditional: str, simplified: str) -> str:
    """Return the characters of a name, the simplified ones behind where they differ."""
    return traditional if traditional == simplified else f"{traditional} ({simplified})"


def pressing(point: Point, offer: PlaceOffer) -> Iterator[Line]:
    """Yield how a point is pressed and how long it is held, within what this person may; neither where it is not."""
    press = point.press
    if press is None:
        return
    if offer.offered:
        yield from _press_and_hold(point, press, offer)
    if point.limit.reason:
        yield "Limit" if point.limit.level != "none" else "Mind", point.limit.reason
    if point.sites > 2 or (point.sites > 1 and point.sides == "midline"):
        yield "Places", f"{point.sites} in all, taken in turn"


def _press_and_hold(point: Point, press: Press, offer: PlaceOffer) -> Iterator[Line]:
    hand = {
        "opposite": "the other hand",
        "same": "the hand of the same side",
        "both": "both hands, both sides at once",
        "either": "whichever hand reaches well",
    }[press.hand]
    words = DIGIT_WORDS[press.digit]
    digit = words.two if press.hand == "both" else words.one
    what = "a soft ball" if press.digit == "ball" else f"the {digit} of {hand}"
    counter = f"; {press.counter}" if press.counter else ""
    pressure = min(press.pressure, offer.max_pressure)
    yield "Press", f"{PRESSURE_WORDS[pressure]}, with {what}, {press.direction}{counter}"
    side = "" if point.sides == "midline" else " on each side"
    hold = point.hold
    least, usual, most = (
        min(seconds, offer.max_seconds) for seconds in (hold.least_seconds, hold.usual_seconds, hold.most_seconds)
    )
    yield "Hold", f"{usual} seconds{side} ({least} to {most})"


def _cautions(offer: PlaceOffer, inputs: CardInputs) -> Iterator[Line]:
    for item in offer.cautions:
        if item.applies and item.action != "inform":
            yield "Care", item.message
        elif not item.applies and item.action == "block":
            yield "Not for", inputs.library.cautions[item.id].title
