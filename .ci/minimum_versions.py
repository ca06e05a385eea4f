"""Prints the lowest version of every dependency as pip constraints: `python .ci/minimum_versions.py > minimum.txt`."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
for requirement in sorted(set(wanted)):
    if found := re.match(r"([\w.-]+)(?:\[[^\]]*\])?\s*>=\s*([\w.]+)", requirement):
        print(f"{found[1]}=={found[2]}")
