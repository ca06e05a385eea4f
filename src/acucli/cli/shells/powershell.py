"""The table for PowerShell: written, not run."""

from __future__ import annotations

from collections.abc import Iterable

from acucli.cli.completable import Spot
from acucli.cli.shells.shell_script import ShellScript, takes


class PowerShell(ShellScript):
    """PowerShell, 5 and newer; files and what a person keeps are left to it."""

    template = "acu.ps1"

    def node(self, path: str, spot: Spot) -> str:
        """Return an entry of the table of places; the first place has a name, as no key may be empty."""
        return (
            f"    {self.quoted(path or '-')} = @{{ Subs = @({self.words(spot.commands)});"
            f" Opts = @({self.words(spot.options)}); Takes = {self.quoted(takes(spot))};"
            f" Args = @({self.words(spot.arguments)}); Repeats = {int(spot.repeats)} }}"
        )

    def kind(self, name: str, words: tuple[str, ...]) -> str:
        """Return an entry of the table of kinds."""
        return f"    {self.quoted(name)} = @({self.words(words)})"

    def alias(self, old: str, new: str) -> str:
        """Return an entry of the table of other words."""
        return f"    {old} = {self.quoted(new)}"

    def any_of(self, names: Iterable[str]) -> str:
        """Return the names; the template has no place for them."""
        return self.words(names)

    def folders(self, own: str, variable: str, usual: str) -> str:
        """Return nothing; the template has no place for them."""
        return ""

    def quoted(self, text: str) -> str:
        """Return a text in single quotes, of which a second one stands for itself."""
        return "'" + text.replace("'", "''") + "'"

    def words(self, words: Iterable[str]) -> str:
        """Return several, with commas between them."""
        return ", ".join(map(self.quoted, words))
