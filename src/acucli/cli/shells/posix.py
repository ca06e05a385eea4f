"""The table for bash and zsh, which quote alike."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping

from acucli.cli.completable import Spot
from acucli.cli.shells.shell_script import MAC_FOLDER, ShellScript, shortened, takes, with_abouts

_MANY = 60
"""Of more words than this bash, which goes through each by itself, looks at those with the right first letter."""


class _Posix(ShellScript):
    def node(self, path: str, spot: Spot) -> str:
        """Return a branch that sets what may follow here."""
        return (
            f"    {self.quoted(path)}) subs=({self.offered(spot.commands)}) opts=({self.offered(with_abouts(spot))})"
            f" takes={self.quoted(takes(spot))} args=({self.words(spot.arguments)}) repeats={int(spot.repeats)} ;;"
        )

    def alias(self, old: str, new: str) -> str:
        """Return a branch that goes on with the other word."""
        return f"      {old}) word={new} ;;"

    def any_of(self, names: Iterable[str]) -> str:
        """Return a pattern."""
        return "|".join(names)

    def folders(self, own: str, variable: str, usual: str) -> str:
        """Return words, the first of them empty where ACU_HOME is not set."""
        return f'"${{ACU_HOME:+$ACU_HOME/{own}}}" "${{{variable}:-$HOME/{usual}}}/acucli" "{MAC_FOLDER}"'

    def quoted(self, text: str) -> str:
        """Return a text in single quotes."""
        return "'" + text.replace("'", "'\\''") + "'"

    @abstractmethod
    def offered(self, words: Mapping[str, str]) -> str:
        """Return words, with what is said of each where the shell shows it."""


class Bash(_Posix):
    """bash, 4 and newer."""

    template = "acu.bash"

    def kind(self, name: str, words: tuple[str, ...]) -> str:
        """Return what puts the words among those that fit; of many only those with the first letter typed."""
        if len(words) <= _MANY:
            return f"    {self.quoted(name)}) words+=({self.words(words)}) ;;"
        by_letter: dict[str, list[str]] = {}
        for word in words:
            by_letter.setdefault(word[:1].lower(), []).append(word)
        lines = (
            f"      [[ -z $first || $first == {self.quoted(letter)} ]] && words+=({self.words(group)})"
            for letter, group in by_letter.items()
        )
        return "\n".join((f"    {self.quoted(name)})", *lines, "      ;;"))

    def offered(self, words: Mapping[str, str]) -> str:
        """Return the words alone."""
        return self.words(words)


class Zsh(_Posix):
    """zsh, 5 and newer."""

    template = "acu.zsh"

    def kind(self, name: str, words: tuple[str, ...]) -> str:
        """Return what puts the words among those that fit."""
        return f"    {self.quoted(name)}) found+=({self.words(words)}) ;;"

    def offered(self, words: Mapping[str, str]) -> str:
        """Return each with its meaning behind a colon, as `_describe` wants it."""
        return self.words(f"{word}:{shortened(about)}" for word, about in words.items())
