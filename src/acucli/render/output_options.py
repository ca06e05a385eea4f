"""What was asked of the output and of the dialogue, by the options that every command knows."""

from __future__ import annotations

import msgspec


class OutputOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked of the output and of the dialogue."""

    format: str = "auto"
    fields: tuple[str, ...] = ()
    null: bool = False
    quiet: bool = False
    plain: bool = False
    no_color: bool = False
    no_input: bool = False
    yes: bool = False
    debug: bool = False
    force: bool = False

    @property
    def json(self) -> bool:
        """Tell whether the answer is one JSON value."""
        return self.format == "json"
