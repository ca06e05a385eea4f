"""The template engine: everything inserted is escaped; what steers a terminal or turns text around is written out."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from acucli.text.cleaning import clean, json_safe


@cache
def engine() -> Environment:
    """Return the engine of every page: autoescaped, its data as JSON that no page can read as markup."""
    made = _engine(autoescape=True)
    made.filters["lower_first"] = _lowered
    made.policies["json.dumps_function"] = _dumped
    made.policies["json.dumps_kwargs"] = {}
    return made


@cache
def text_engine() -> Environment:
    """Return the engine of Markdown: every text goes through the filter `md`."""
    made = _engine(autoescape=False)
    made.filters["md"] = _as_markdown
    return made


def _engine(*, autoescape: bool) -> Environment:
    """Return what both have in common: the room's templates, in which a name that is not there is a fault."""
    made = Environment(
        loader=PackageLoader("acucli.handout"),
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
    )
    made.filters["capitalize_first"] = _capitalized
    return made


def static(*names: str) -> Markup:
    """Return files of this room, one behind the other, to stand in a page as they are."""
    folder = files("acucli.handout").joinpath("static")
    return Markup("\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names))


def policy(*, style: str, script: str = "") -> str:
    """Return the content security policy of a page: nothing from outside, only this style and this script."""
    scripts = f"script-src {_hash(script)}; " if script else ""
    return f"default-src 'none'; {scripts}style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _as_markdown(text: str) -> str:
    """Return a text on one line in which nothing is read as markup."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(text.split()))


def _cleaned(value: Any) -> Any:
    return clean(value) if type(value) is str else value


def _dumped(value: Any, **_: Any) -> str:
    return json_safe(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
