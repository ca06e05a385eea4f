"""Phrases of one language: what people type, and the condition or point it means."""

from acucli.model.record import Record


class Lexicon(Record, frozen=True, kw_only=True):
    """One language's phrases; the signs of help needed stand in `red_flags.yaml`, under `words`.

    `conditions` map a slug to phrases; `body_parts` map a slug to places that mean it beside a word of `pain`;
    `points` map a code to names of the point. `crisis`, `emergency` and `urgent` are said as they stand.
    """

    language: str
    name: str
    conditions: dict[str, tuple[str, ...]] = {}
    body_parts: dict[str, tuple[str, ...]] = {}
    pain: tuple[str, ...] = ()
    points: dict[str, tuple[str, ...]] = {}
    crisis: str = ""
    emergency: str = ""
    urgent: str = ""
