"""How the house reads, counted: `python -m benchmarks.house [--list]`.

Imports inside functions, functions over 40 lines, signatures over eight parameters, unnamed tuples of three and more,
class and module names in two meanings. `--list` names each. Complexity is ruff's: `ruff check --select C901`.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).resolve().parent.parent / "src" / "acucli"
LONG_LINES = 40
MOST_PARAMETERS = 8
_TUPLE = re.compile(r"^tuple\[(?:[^\[\],]|\[[^\]]*\])+,(?:[^\[\],]|\[[^\]]*\])+,(?:[^.])+\]$")

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Place(NamedTuple):
    """Something counted, and where it stands."""

    what: str
    file: str
    line: int
    name: str


def places() -> Iterator[Place]:
    """Yield everything that is counted."""
    classes: dict[str, list[Place]] = defaultdict(list)
    modules: dict[str, list[Place]] = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        file = path.relative_to(SOURCE).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path.name != "__init__.py":
            modules[path.stem].append(Place("module name in two meanings", file, 1, path.stem))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                classes[node.name].append(Place("class name in two meanings", file, node.lineno, node.name))
            if isinstance(node, Function):
                yield from _of_function(node, file)
    for found in (*classes.values(), *modules.values()):
        if len(found) > 1:
            yield from found


def functions() -> int:
    """Return how many functions there are."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py"))
    return sum(isinstance(node, Function) for tree in trees for node in ast.walk(tree))


def _of_function(node: Function, file: str) -> Iterator[Place]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import | ast.ImportFrom):
            yield Place("import inside a function", file, inner.lineno, node.name)
    if (node.end_lineno or 0) - node.lineno > LONG_LINES:
        yield Place(f"function over {LONG_LINES} lines", file, node.lineno, node.name)
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    own = [argument for argument in arguments if argument.arg not in {"self", "cls"}]
    if len(own) > MOST_PARAMETERS:
        yield Place(f"over {MOST_PARAMETERS} parameters", file, node.lineno, node.name)
    if node.returns is not None and _TUPLE.match(ast.unparse(node.returns)):
        yield Place("unnamed tuple of three and more", file, node.lineno, node.name)


def main() -> None:
    """Print the counts, and with `--list` the places."""
    found = list(places())
    counts: dict[str, int] = defaultdict(int)
    for place in found:
        counts[place.what] += 1
    print(f"functions: {functions()}")
    for what, number in sorted(counts.items()):
        print(f"{what}: {number}")
    if "--list" in sys.argv:
        for place in found:
            print(f"{place.what}: {place.file}:{place.line} {place.name}")


if __name__ == "__main__":
    main()
