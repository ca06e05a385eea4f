"""The functions of `acucli.guide` for whoever programs: the same answers as those of `acu`, with defaults.

Without a library the bundled one is opened, once, with the packs in use; without a profile the one kept on this machine
is obeyed, as `acu` does. `Profile()` is nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from acucli.guide import finding, planning, preparing, resolving
from acucli.guide.finding import Filters
from acucli.guide.planning import Proposal, Talk
from acucli.guide.request import Request
from acucli.guide.resolving import Resolved
from acucli.host.environment import Environment
from acucli.host.files import is_there
from acucli.library import open_library
from acucli.model.answers import FindAnswer, Prepared
from acucli.model.library import Library
from acucli.model.practice import Profile
from acucli.profile.file import profile_understood


def find(
    query: str,
    library: Library | None = None,
    profile: Profile | None = None,
    *,
    today: str = "",
    filters: Filters | None = None,
) -> FindAnswer:
    """Return the answer to a query in anybody's words, as `acu find` gives it.

    `today` is an ISO date, today's where it is empty: answers of a profile expire.

    Raises:
        MachineRefused: there is a profile on this machine and it cannot be opened.
    """
    library = library or _bundled()
    return finding.find(query, library, _profile(profile, library), today=today or _today(), filters=filters)


def prepare(
    request: str | Request, library: Library | None = None, profile: Profile | None = None, *, today: str = ""
) -> Prepared:
    """Return the session that fits a routine, a condition, words or a whole `Request`.

    Its `plan` is None exactly where `refusal` says why; what must be said and asked before it stands beside it.

    Raises:
        UsageError: a hold beyond the limits, or nothing was asked for.
        RecordNotFound: the words mean nothing here.
        MachineRefused: there is a profile on this machine and it cannot be opened.
    """
    library = library or _bundled()
    wanted = Request(what=request) if isinstance(request, str) else request
    return preparing.prepare(wanted, library, _profile(profile, library), today=today or _today())


def propose(talk: Talk, library: Library | None = None, profile: Profile | None = None, *, today: str = "") -> Proposal:
    """Return the session that fits a talk, as `acu plan` makes it; near and far places, each with its reason.

    Raises:
        UsageError, RecordNotFound, MachineRefused: as `prepare` does.
    """
    library = library or _bundled()
    return planning.propose(talk, library, _profile(profile, library), today=today or _today())


def resolve(text: str, library: Library | None = None) -> Resolved:
    """Return the record that `text` names; `KIND:ID` forces a kind.

    Raises:
        UsageError: the kind is not one.
        RecordNotFound: nothing has that name; the closest names are its hint.
    """
    return resolving.resolve(text, library or _bundled())


def resolve_all(texts: Sequence[str], library: Library | None = None) -> list[Resolved]:
    """Return the record that each text names; see `resolve`."""
    return resolving.resolve_all(texts, library or _bundled())


@cache
def _bundled() -> Library:
    return open_library()


def _profile(given: Profile | None, library: Library) -> Profile:
    """Return the profile that was given, else the one kept on this machine."""
    here = Environment.real() if given is None else None
    if here is None or not is_there(here.paths.profile):
        return given or Profile()
    return profile_understood(here, library).profile


def _today() -> str:
    return Environment.real().clock.today()
