"""What a request means: find points, prepare, compose and resume a session for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from acucli.guide.finding import Filters
    from acucli.guide.planning import Proposal, Talk
    from acucli.guide.public import find, prepare, propose, resolve, resolve_all
    from acucli.guide.request import Request
    from acucli.guide.resolving import Resolved
    from acucli.model.answers import FindAnswer, Prepared
    from acucli.model.practice import Profile

__all__ = [
    "Filters", "FindAnswer", "Prepared", "Profile", "Proposal", "Request", "Resolved", "Talk",
    "find", "prepare", "propose", "resolve", "resolve_all",
]  # fmt: skip

_MODULES = {
    "Filters": "acucli.guide.finding",
    "FindAnswer": "acucli.model.answers",
    "Prepared": "acucli.model.answers",
    "Profile": "acucli.model.practice",
    "Proposal": "acucli.guide.planning",
    "Request": "acucli.guide.request",
    "Resolved": "acucli.guide.resolving",
    "Talk": "acucli.guide.planning",
    **dict.fromkeys(("find", "prepare", "propose", "resolve", "resolve_all"), "acucli.guide.public"),
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for: a lookup does not pay for sessions."""
    if name in _MODULES:
        import importlib  # each name is loaded when it is asked for

        return getattr(importlib.import_module(_MODULES[name]), name)
    raise AttributeError(f"module 'acucli.guide' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names: they are loaded only when they are asked for."""
    return sorted(__all__)
