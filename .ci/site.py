"""A hook of mkdocs: pages that have no place in the navigation yet stand under "Begin"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_OPTIONAL = {"Handouts": "handout.md"}


def on_config(config: Any) -> Any:
    """Add the pages that are there."""
    for title, page in _OPTIONAL.items():
        begin = next(part["Begin"] for part in config["nav"] if "Begin" in part)
        known = [name for entry in begin for name in entry.values()]
        if (Path(config["docs_dir"]) / page).exists() and page not in known:
            begin.append({title: page})
    return config
