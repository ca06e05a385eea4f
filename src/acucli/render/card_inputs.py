"""What a card needs beside its record, prepared by the guide: a card judges nothing."""

from __future__ import annotations

import msgspec

from acucli.guide.offering import PlaceOffer
from acucli.model.library import Library


class CardInputs(msgspec.Struct, frozen=True):
    """The library for names, the record's places as they are for this person, in its order, and today's date."""

    library: Library
    offers: tuple[PlaceOffer, ...]
    today: str
