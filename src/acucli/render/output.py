"""Output: the one writer to standard output and standard error, and the formats that are not tables."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from acucli.errors import MachineRefused, UsageError
from acucli.host.abilities import Abilities, abilities
from acucli.host.environment import Environment
from acucli.render.output_options import OutputOptions
from acucli.text.cleaning import clean, clean_line, formula_safe, json_safe

if TYPE_CHECKING:
    from rich.console import RenderableType


class ClosedPipeError(Exception):
    """Nobody reads standard output any more; the run ends quietly with status 0."""


class Output:
    """Writes answers to standard output and everything else to standard error."""

    def __init__(self, environment: Environment, options: OutputOptions) -> None:
        self.environment = environment
        self.options = options
        self.remark_rows = 0
        """How many rows of the screen remarks on standard error have taken so far."""

    @cached_property
    def abilities(self) -> Abilities:
        """Return what standard output can show."""
        return abilities(self.environment, plain=self.options.plain, no_colour=self.options.no_color)

    def format_for(self, kind: str) -> str:
        """Return the format to use for a `list` of rows or a `card`: `auto` decided.

        A table on a terminal, sentences under `ACCESSIBLE` or `--plain`, TSV for lists in a pipe, plain text for cards.
        """
        chosen = self.options.format
        if chosen == "auto":
            if self.abilities.sentences:
                return "plain"
            if self.abilities.is_terminal:
                return "table"
            return "tsv" if kind == "list" else "plain"
        return chosen

    def text(self, text: str) -> None:
        """Write text and a line end, cleaned of control characters."""
        self._write(clean(text) + "\n")

    def json(self, value: object) -> None:
        """Write one value as JSON, indented for a terminal, on one line in a pipe."""
        self.json_bytes(msgspec.json.encode(value))

    def json_bytes(self, encoded: bytes) -> None:
        """Write encoded JSON, indented for a terminal."""
        if self.environment.stdout_is_terminal:
            encoded = msgspec.json.format(encoded, indent=2)
        self._write_json(encoded.decode() + "\n")

    def json_lines(self, values: Iterable[object]) -> None:
        """Write each value as one line of JSON."""
        for value in values:
            self._write_json(msgspec.json.encode(value).decode() + "\n")

    def rows(self, rows: Sequence[dict[str, Any]], columns: Sequence[str], *, separator: str) -> None:
        """Write rows as TSV (no header) or CSV (with header); lists are joined by commas."""
        names = self.options.fields or tuple(columns)
        unknown = [name for name in names if rows and name not in rows[0]]
        if unknown:
            known = ", ".join(rows[0])
            raise UsageError(f"there is no field {unknown[0]!r}", hint=f"fields: {known}")
        cells = [[_cell(row[name]) for name in names] for row in rows]
        if separator == "\t":
            self._write("".join("\t".join(row) + "\n" for row in cells))
            return
        import csv
        import io

        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        guarded = ([_csv_cell(row[name]) for name in names] for row in rows)
        writer.writerows([list(names), *guarded])
        self._write(buffer.getvalue())

    def codes(self, codes: Iterable[str]) -> None:
        """Write one code a line, or each ended by NUL."""
        end = "\0" if self.options.null else "\n"
        self._write("".join(f"{clean_line(code)}{end}" for code in codes))

    def export(self, content: bytes, *, json: bool = False) -> None:
        """Write what would go into a file: in a pipe as it is, on a terminal with nothing in it obeyed."""
        text = content.decode("utf-8", "replace")
        if json:
            self._write_json(text)
        else:
            self._write(clean(text.replace("\r\n", "\n")) if self.environment.stdout_is_terminal else text)

    def sequence(self, text: str) -> None:
        """Write an escape sequence that the program made itself, as it is."""
        self._write(text)

    def rich(self, *renderables: RenderableType, width: int = 0) -> None:
        """Write what Rich draws, at the width of the terminal or at that of a picture."""
        from rich.console import Console  # 30 ms: only where something is drawn

        from acucli.render.cleaned import Cleaned

        console = Console(
            width=width or self.abilities.width,
            force_terminal=self.abilities.colour,
            no_color=not self.abilities.colour,
            color_system="standard" if self.abilities.colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            file=_Collector(),  # type: ignore[arg-type]
        )
        with console.capture() as capture:
            for renderable in renderables:
                console.print(Cleaned(renderable))
        lines = (line.rstrip() for line in capture.get().split("\n"))
        self._write("\n".join(lines))

    def note(self, text: str) -> None:
        """Write a remark to standard error, unless it should be quiet."""
        if not self.options.quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """Write to standard error even when it should be quiet."""
        stream = self.environment.stderr
        self.remark_rows += sum(len(line) // self.abilities.width + 1 for line in text.split("\n"))
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
        """Write JSON with everything that steers a terminal escaped, and what the stream's code page lacks, too."""
        text = json_safe(text)
        encoding = getattr(self.environment.stdout, "encoding", None) or "utf-8"
        try:
            text.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            text = "".join(letter if letter.isascii() else _escaped(letter) for letter in text)
        self._write(text)

    def _write(self, text: str) -> None:
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


class _Collector:
    """A file for a console that only captures."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        """Take no notice of the text."""
        return len(text)

    def flush(self) -> None:
        """Do nothing."""


def silence_stdout() -> None:
    """Point standard output at nothing, so that closing it cannot complain."""
    with contextlib.suppress(OSError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.close(nothing)


def _csv_cell(value: Any) -> str:
    """Return a cell of a CSV: a text that a spreadsheet would run as a formula gets an apostrophe."""
    cell = _cell(value)
    return cell if isinstance(value, (int, float)) else formula_safe(cell)


def _cell(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ",".join(_cell(part) for part in value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, msgspec.Struct):
        return str(getattr(value, "id", None) or msgspec.json.encode(value).decode())
    return clean_line(str(value))
