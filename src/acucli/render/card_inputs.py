"""What a card needs beside its record, prepared by the guide: a card judges nothing."""

from __future__ import annotations

from typing import NamedTuple

from acucli.guide.offering import PlaceOffer
from acucli.model.library import Library


class CardInputs(NamedTuple):
    """The library for names, the record's places as they are for this person, in its order, and today's date."""

    library: Library
    offers: tuple[PlaceOffer, ...]
    today: str
