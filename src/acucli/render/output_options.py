"""What was asked of the output and of the dialogue, by the options that every command knows."""

from __future__ import annotations

import msgspec

from acucli.render.formats import FOR_PEOPLE, Format


class OutputOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked of the output and of the dialogue."""

    format: Format = "auto"
    fields: tuple[str, ...] = ()
    null: bool = False
    quiet: bool = False
    plain: bool = False
    no_color: bool = False
    no_pager: bool = False
    no_input: bool = False
    yes: bool = False
    debug: bool = False
    force: bool = False

    @property
    def for_people(self) -> bool:
        """Tell whether a person reads the answer, who may be asked something."""
        return self.format in FOR_PEOPLE
