"""What the scripts of all shells have in common: a template, and the table in the words of the shell."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from importlib.resources import files

from acucli.cli.completable import FILES, KEPT, LISTS, Spot, Table

_LONGEST_ABOUT = 60
MAC_FOLDER = "$HOME/Library/Application Support/acucli"


class ShellScript(ABC):
    """How a shell writes the table down; where in its template which part stands, `@NODES@` and the like tell."""

    template: str
    """The name of its file below `templates`."""

    def script(self, table: Table) -> str:
        """Return the template with the table in it."""
        written = files(__package__).joinpath("templates", self.template).read_text(encoding="utf-8")
        for mark, part in self._parts(table).items():
            written = written.replace(f"@{mark}@", part)
        return written

    def _parts(self, table: Table) -> Mapping[str, str]:
        return {
            "NODES": "\n".join(self.node(path, spot) for path, spot in table.nodes.items()),
            "KINDS": "\n".join(self.kind(name, words) for name, words in table.kinds.items()),
            "ALIASES": "\n".join(self.alias(old, new) for old, new in table.aliases.items()),
            "FILES": self.any_of(sorted(FILES)),
            "LISTS": self.any_of(sorted(LISTS)),
            "KEPT": self.any_of(sorted(KEPT)),
            "CONFIG_FOLDERS": self.folders("config", "XDG_CONFIG_HOME", ".config"),
            "DATA_FOLDERS": self.folders("data", "XDG_DATA_HOME", ".local/share"),
        }

    @abstractmethod
    def node(self, path: str, spot: Spot) -> str:
        """Return the lines of one place of the command line."""

    @abstractmethod
    def kind(self, name: str, words: tuple[str, ...]) -> str:
        """Return the lines that give the words of one kind."""

    @abstractmethod
    def alias(self, old: str, new: str) -> str:
        """Return the line that reads one command as another."""

    @abstractmethod
    def any_of(self, names: Iterable[str]) -> str:
        """Return what matches any of these names."""

    @abstractmethod
    def folders(self, own: str, variable: str, usual: str) -> str:
        """Return where the person's files may lie: below ACU_HOME, or where Linux and macOS keep them."""

    @abstractmethod
    def quoted(self, text: str) -> str:
        """Return a text as one word of which the shell reads nothing."""

    def words(self, words: Iterable[str]) -> str:
        """Return several, with blanks between them."""
        return " ".join(map(self.quoted, words))


def takes(spot: Spot) -> str:
    """Return the options that take a word, each with its kind: ` --reach:self|tool;` and so on."""
    return "".join(f" {word}:{option.takes};" for word, option in spot.options.items() if option.takes)


def with_abouts(spot: Spot) -> dict[str, str]:
    """Return the options with what is said of each."""
    return {word: option.about for word, option in spot.options.items()}


def shortened(about: str) -> str:
    """Return what is said of a word in so few letters that it stands beside it, without what a shell may read."""
    plain = " ".join(re.sub(r"[^\w\s,.;/|=()'-]", " ", about).split())
    return plain if len(plain) <= _LONGEST_ABOUT else plain[:_LONGEST_ABOUT].rsplit(" ", 1)[0]
