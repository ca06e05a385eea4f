"""Preparing: the real functions answer every stored lookup once, in every stored format."""

from __future__ import annotations

import io
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from acucli.errors import AcuError
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.instant.answer_store import Answers, Store
from acucli.instant.queries import ids, queries
from acucli.instant.stored import FORMS
from acucli.library.compiled import CompiledLibrary
from acucli.model.answers import Document
from acucli.model.lexicon import Lexicon
from acucli.model.practice import Profile
from acucli.render.context import AppContext
from acucli.render.output import Output
from acucli.render.output_options import OutputOptions
from acucli.render.renderer import show

_NOBODY: Mapping[str, str] = MappingProxyType({})


class Lookups(msgspec.Struct, frozen=True):
    """The real functions, which the commands call too: the answer to a query, and the records of ids."""

    find: Callable[[AppContext, str], Document]
    show: Callable[[AppContext, Sequence[str]], Sequence[Document]]


class _Run:
    """A run in one format that writes into memory, of somebody without a profile."""

    def __init__(self, library: CompiledLibrary, chosen: str) -> None:
        self.out, self.remarks = io.StringIO(), io.StringIO()
        environment = Environment(_NOBODY, Paths(_NOBODY), stdout=self.out, stderr=self.remarks)
        options = msgspec.convert({"format": chosen}, OutputOptions)
        self.context = AppContext(environment, options, Output(environment, options))
        self.context.library = library
        self.context.profile = Profile()

    def taken(self) -> tuple[bytes, bytes]:
        """Return what was written to standard output and to standard error, and forget it."""
        written = []
        for stream in (self.out, self.remarks):
            written.append(stream.getvalue().encode())
            stream.seek(0)
            stream.truncate()
        return written[0], written[1]


class Asked(msgspec.Struct, frozen=True):
    """The lookups that get a stored answer: the queries of `find` and the ids of `show`."""

    find: Sequence[str]
    show: Sequence[str]


def all_of(library: CompiledLibrary, lexicons: Mapping[str, Lexicon]) -> Asked:
    """Return every lookup that has a stored answer in a wheel; `lexicons` are the languages in full."""
    return Asked(queries(library, lexicons), ids(library))


def prepared(library: CompiledLibrary, lookups: Lookups, asked: Asked, *, processes: int = 1) -> bytes:
    """Return the file of stored answers for a library to these lookups.

    Several processes share the work where the system can fork; the file is the same to the byte.
    """
    store = Store(library)
    makers = _Makers(library, lookups)
    if processes > 1 and "fork" in multiprocessing.get_all_start_methods():
        parts = [Asked(asked.find[at : at + _AT_ONCE], ()) for at in range(0, len(asked.find), _AT_ONCE)]
        parts += [Asked((), asked.show[at : at + _AT_ONCE]) for at in range(0, len(asked.show), _AT_ONCE)]
        with multiprocessing.get_context("fork").Pool(processes, _begin, (makers,)) as pool:
            for made in pool.imap(_made, parts):
                for answers in made:
                    store.add(answers)
    else:
        for answers in makers.answers(asked):
            store.add(answers)
    return store.content()


_SHOWN = ("json", "codes")
"""The formats of `show` that are stored: the rows of every record would be a third of the file, and few ask for one."""
_AT_ONCE = 100
"""Lookups that a process answers before it hands them back."""


class _Makers:
    """The real functions with a run in each format."""

    def __init__(self, library: CompiledLibrary, lookups: Lookups) -> None:
        self._lookups = lookups
        self._runs = {chosen: _Run(library, chosen) for chosen in FORMS}

    def answers(self, asked: Asked) -> Iterator[Answers]:
        """Yield the answers to these lookups that are stored."""
        yield from _answered("find", asked.find, self._lookups.find, self._runs)
        runs = {chosen: run for chosen, run in self._runs.items() if chosen in _SHOWN}
        yield from _answered("show", asked.show, lambda run, name: self._lookups.show(run, [name])[0], runs)


_AT_WORK: list[_Makers] = []
"""What a process of the pool works with; it is inherited, not sent."""


def _begin(makers: _Makers) -> None:
    _AT_WORK[:] = [makers]


def _made(asked: Asked) -> list[Answers]:
    return list(_AT_WORK[0].answers(asked))


def _answered(
    command: str, asked: Iterable[str], look_up: Callable[[AppContext, str], Document], runs: Mapping[str, _Run]
) -> Iterator[Answers]:
    """Yield the answers that find something; what stops a request, and what finds nothing, goes the long way."""
    first = runs["json"]
    for text in asked:
        try:
            answer = look_up(first.context, text)
        except AcuError:
            first.taken()
            continue
        _, said = first.taken()
        if answer.stop is not None or answer.status:
            continue
        written: dict[str, tuple[bytes, bytes]] = {}
        for chosen, run in runs.items():
            show(answer, run.context)
            out, remarks = run.taken()
            written[chosen] = (out, said + remarks)
        yield Answers(f"{command} {text}", written)
