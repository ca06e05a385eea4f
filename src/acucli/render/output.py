"""Output: the one writer to standard output and standard error."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import cached_property
from typing import Any

import msgspec

from acucli.errors import MachineRefused
from acucli.host.abilities import Abilities, abilities
from acucli.host.environment import Environment
from acucli.render.output_options import OutputOptions
from acucli.text.cleaning import clean, clean_line, json_safe, json_text

_WIDEST_TEXT = 100


class ClosedPipeError(Exception):
    """Nobody reads standard output any more; the run ends quietly with status 0."""


class Output:
    """Writes answers to standard output and everything else to standard error."""

    def __init__(self, environment: Environment, options: OutputOptions) -> None:
        self.environment = environment
        self.options = options
        self.remark_rows = 0
        """How many rows of the screen remarks on standard error have taken so far."""
        self._held: list[str] | None = None
        """What is kept back to be shown in a pager; None while everything is written at once."""
        self._remarks: list[str] = []
        """Remarks made meanwhile: they follow what they are about."""

    @cached_property
    def abilities(self) -> Abilities:
        """Return what standard output can show."""
        return abilities(self.environment, plain=self.options.plain, no_colour=self.options.no_color)

    @property
    def text_width(self) -> int:
        """Return how wide running text is: the terminal's columns, at most 100."""
        return min(self.abilities.width, _WIDEST_TEXT)

    def text(self, text: str) -> None:
        """Write text and a line end, cleaned of control characters; references are links where there are any."""
        cleaned = clean(text)
        self.write((with_links(cleaned) if self.abilities.links else cleaned) + "\n")

    @contextlib.contextmanager
    def paged(self, *, wanted: bool) -> Iterator[None]:
        """Show what is written meanwhile through the pager where it is longer than the screen: on a terminal only."""
        can = self.abilities
        if self._held is not None or not wanted or not can.is_terminal or can.sentences or self.options.no_pager:
            yield
            return
        self._held = []
        try:
            yield
        finally:
            text = "".join(self._held)
            self._held = None
            remarks, self._remarks = self._remarks, []
            if not (self._is_long(text) and self._shown_in_pager(text)):
                self.write(text)
            self.flush()
            for remark in remarks:
                self._remark(remark)

    def working(self, words: str) -> AbstractContextManager[None]:
        """Return what says on standard error, while it is open, what is being done; only where somebody looks on."""
        stream = self.environment.stderr
        quiet = self.options.quiet or stream is None or not self.environment.stderr_is_terminal
        if quiet or self.abilities.sentences:
            return contextlib.nullcontext()
        shown: AbstractContextManager[None] = _terminal_only().said_while(
            clean_line(words), stream, self.abilities.width
        )
        return shown

    def _is_long(self, text: str) -> bool:
        """Tell whether a text is longer than the screen; one with an image in it can be in no pager."""
        if "\x1b_G" in text or "\x1b]1337" in text:
            return False
        rows = (len(re.sub(_STYLES, "", line)) // (self.abilities.width + 1) + 1 for line in text.split("\n"))
        return sum(rows) > self.abilities.height

    def _shown_in_pager(self, text: str) -> bool:
        self.flush()
        shown: bool = _terminal_only().shown_in_pager(text, self.environment)
        return shown

    def json(self, value: object) -> None:
        """Write one value as JSON, indented for a terminal, on one line in a pipe."""
        encoded = msgspec.json.encode(value)
        if self.environment.stdout_is_terminal:
            encoded = msgspec.json.format(encoded, indent=2)
        self._write_json(json_text(encoded) + "\n")

    def json_lines(self, values: Iterable[object]) -> None:
        """Write each value as one line of JSON."""
        for value in values:
            self._write_json(json_text(msgspec.json.encode(value)) + "\n")

    def codes(self, codes: Iterable[str]) -> None:
        """Write one code a line, or each ended by NUL."""
        end = "\0" if self.options.null else "\n"
        self.write("".join(f"{clean_line(code)}{end}" for code in codes))

    def export(self, content: bytes, *, json: bool = False) -> None:
        """Write what would go into a file: in a pipe as it is, on a terminal with nothing in it obeyed."""
        text = content.decode("utf-8", "replace")
        if json:
            self._write_json(json_safe(text))
        else:
            self.write(clean(text.replace("\r\n", "\n")) if self.environment.stdout_is_terminal else text)

    def binary(self, content: bytes) -> None:
        """Write bytes to standard output as they are, such as sound.

        Raises:
            MachineRefused: standard output takes text alone, or cannot be written.
        """
        raw = getattr(self.environment.stdout, "buffer", None)
        if raw is None:
            raise MachineRefused("standard output takes text alone")
        self.flush()
        self._guarded(lambda _: raw.write(content))
        self._guarded(lambda _: raw.flush())

    def note(self, text: str) -> None:
        """Write a remark to standard error, unless it should be quiet."""
        if not self.options.quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """Write to standard error even when it should be quiet, on a terminal broken between words."""
        if self.environment.stderr_is_terminal:
            text = "\n".join(self._broken(line) for line in text.split("\n"))
        self.remark_rows += sum(len(line) // self.abilities.width + 1 for line in text.split("\n"))
        if self._held is not None:
            self._remarks.append(text)
        else:
            self._remark(text)

    def _broken(self, line: str) -> str:
        """Return a line of a remark broken between words, never within a command, which is there to be copied."""
        width = self.text_width
        if len(line) <= width:
            return line
        broken: str = _terminal_only().broken(line, width)
        return broken

    def _remark(self, text: str) -> None:
        stream = self.environment.stderr
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.write(clean(text) + "\n")
                stream.flush()

    def error(self, sentence: str, hint: str = "") -> None:
        """Write an error in its one form."""
        self.warn(f"error: {sentence}" + (f"\nhint: {hint}" if hint else ""))

    def flush(self) -> None:
        """Flush standard output."""
        self._guarded(lambda stream: stream.flush())

    def _write_json(self, text: str) -> None:
        """Write JSON that is safe for a terminal; what the stream's code page lacks is escaped, too."""
        encoding = getattr(self.environment.stdout, "encoding", None) or "utf-8"
        try:
            if encoding != "utf-8":  # which lacks nothing
                text.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            text = "".join(letter if letter.isascii() else _escaped(letter) for letter in text)
        self.write(text)

    def write(self, text: str) -> None:
        """Write text that needs no cleaning: what the program made itself, or cleaned before."""
        if self._held is not None:
            self._held.append(text)
            return
        self._guarded(lambda stream: stream.write(text))

    def _guarded(self, act: Any) -> None:
        stream = self.environment.stdout
        if stream is None:
            return
        try:
            act(stream)
        except UnicodeEncodeError:
            encoding = getattr(stream, "encoding", None) or "ascii"
            self._guarded(lambda _: act(_Lossy(stream, encoding)))
        except BrokenPipeError as error:
            raise ClosedPipeError from error
        except OSError as error:
            silence_stdout()
            raise MachineRefused(f"the output cannot be written: {(error.strerror or str(error)).lower()}") from error


def _terminal_only() -> Any:
    from acucli.render import terminal_only  # what runs programs: nothing in a pipe, and nothing short, pays for it

    return terminal_only


_STYLES = r"\x1b\[[0-9;]*m"
_DOI = r"10\.[0-9]{4,9}/[^\s\x1b,;]*[^\s\x1b,;.)-]"
_REFERENCE = rf"\b((?:doi )?({_DOI})(?=[,;.)]*(?:\s|$))|PMID ([0-9]{{1,9}}))"


def with_links(text: str) -> str:
    """Return text in which each DOI and PMID is a link (OSC 8) to the page that its number stands for."""
    return re.sub(_REFERENCE, _linked, text)  # compiled for a terminal that has links, and for no other


def _linked(found: re.Match[str]) -> str:
    words, doi, pmid = found.groups()
    address = f"https://doi.org/{doi.replace('%', '%25')}" if doi else f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    return f"\x1b]8;;{address}\x1b\\{words}\x1b]8;;\x1b\\"


def _escaped(letter: str) -> str:
    """Return a character as JSON writes it in letters of ASCII."""
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))


class _Lossy:
    """Writes to a stream whose encoding lacks characters: they become their escapes."""

    def __init__(self, stream: Any, encoding: str) -> None:
        self.stream = stream
        self.encoding = encoding

    def write(self, text: str) -> None:
        """Write the text with what the encoding lacks written out."""
        self.stream.write(text.encode(self.encoding, "backslashreplace").decode(self.encoding))


def silence_stdout() -> None:
    """Point standard output at nothing, so that closing it cannot complain."""
    with contextlib.suppress(OSError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.close(nothing)
