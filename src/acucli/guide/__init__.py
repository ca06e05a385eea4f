"""What a request means: `resolve` an id, `find` points for words, `prepare` a session for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from acucli.guide.finding import find
    from acucli.guide.planning import propose
    from acucli.guide.preparing import prepare
    from acucli.guide.request import Prepared, Request
    from acucli.guide.resolving import Resolved, resolve

__all__ = ["Prepared", "Request", "Resolved", "find", "prepare", "propose", "resolve"]

_HOMES = {
    "Prepared": "request",
    "Request": "request",
    "Resolved": "resolving",
    "find": "finding",
    "prepare": "preparing",
    "propose": "planning",
    "resolve": "resolving",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for: a lookup does not pay for sessions."""
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(f"acucli.guide.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'acucli.guide' has no attribute {name!r}")
