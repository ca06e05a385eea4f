"""What a request means: find points, prepare, compose and resume a session for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from acucli.guide.finding import find
    from acucli.guide.planning import propose
    from acucli.guide.preparing import prepare
    from acucli.guide.request import Request
    from acucli.guide.resolving import Resolved, resolve
    from acucli.model.answers import Prepared

__all__ = ["Prepared", "Request", "Resolved", "find", "prepare", "propose", "resolve"]

_MODULES = {
    "Prepared": "acucli.model.answers",
    "Request": "acucli.guide.request",
    "Resolved": "acucli.guide.resolving",
    "find": "acucli.guide.finding",
    "prepare": "acucli.guide.preparing",
    "propose": "acucli.guide.planning",
    "resolve": "acucli.guide.resolving",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for: a lookup does not pay for sessions."""
    if name in _MODULES:
        import importlib  # each name is loaded when it is asked for

        return getattr(importlib.import_module(_MODULES[name]), name)
    raise AttributeError(f"module 'acucli.guide' has no attribute {name!r}")
