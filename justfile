# The usual commands, by name: `just` lists them. Each is also written out in CONTRIBUTING.md.

python := ".venv/bin/python"

# list what there is
default:
    @just --list

# make the environment with everything the tests need
setup:
    python3 -m venv .venv
    .venv/bin/pip install -e '.[test]'

# the quick suite
test *arguments:
    {{python}} -m pytest {{arguments}}

# style, types and import contracts
check:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    .venv/bin/lint-imports

# mend what can be mended by a program
fix:
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .

# check the bundled library
data:
    .venv/bin/acu pack check data

# the documents that are made from the program and its data
docs:
    {{python}} -m docs.floors
    {{python}} -m acucli.cli.manual docs/man

# the documents as a site, below site/
site:
    {{python}} -m pip install -q -e '.[docs]'
    {{python}} -m mkdocs build --strict -d site

# what a change must pass, as CI runs it
ci:
    bash .ci/run

# the long tests
soak:
    ACU_SOAK=1 {{python}} -m pytest tests/soak

# how much danger is heard
danger *arguments:
    {{python}} -m benchmarks.danger {{arguments}}
