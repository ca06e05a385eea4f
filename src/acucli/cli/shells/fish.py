"""The table for fish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from acucli.cli.completable import Spot
from acucli.cli.shells.shell_script import MAC_FOLDER, ShellScript, shortened, takes, with_abouts


class Fish(ShellScript):
    """fish, 3 and newer."""

    template = "acu.fish"

    def node(self, path: str, spot: Spot) -> str:
        """Return a case that sets what may follow here."""
        return "\n".join((
            f"        case {self.quoted(path)}",
            f"            set subs {self._described(spot.commands)}",
            f"            set opts {self._described(with_abouts(spot))}",
            f"            set takes {self.quoted(takes(spot))}",
            f"            set args {self.words(spot.arguments)}",
            f"            set repeats {int(spot.repeats)}",
        ))  # fmt: skip

    def kind(self, name: str, words: tuple[str, ...]) -> str:
        """Return a case that puts the words among those that fit."""
        return f"        case {self.quoted(name)}\n            set -a found {self.words(words)}"

    def alias(self, old: str, new: str) -> str:
        """Return a case that goes on with the other word."""
        return f"            case {old}\n                set word {new}"

    def any_of(self, names: Iterable[str]) -> str:
        """Return what a case takes: one word after the other."""
        return self.words(names)

    def folders(self, own: str, variable: str, usual: str) -> str:
        """Return words, none for ACU_HOME where it is not set."""
        ours = f"(set -q ACU_HOME; and echo $ACU_HOME/{own})"
        theirs = f"(set -q {variable}; and echo ${variable}/acucli; or echo $HOME/{usual}/acucli)"
        return f'{ours} {theirs} "{MAC_FOLDER}"'

    def quoted(self, text: str) -> str:
        """Return a text in single quotes, in which fish reads a backslash."""
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    def _described(self, words: Mapping[str, str]) -> str:
        """Return each with its meaning behind a tab."""
        return " ".join(f"{self.quoted(word)}\\t{self.quoted(shortened(about))}" for word, about in words.items())
