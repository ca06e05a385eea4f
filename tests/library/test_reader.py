"""The YAML reader: plain values, the line of everything, and every fault named."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from acucli.library.reader import MAX_BYTES, read_bytes, read_file, read_text


def test_plain_scalars_follow_json_and_nothing_else() -> None:
    """`no`, `on`, `12:30` and dates stay text; only JSON's own words and numbers are more."""
    text = "a: no\nb: on\nc: 12:30\nd: 2026-11-20\ne: true\nf: null\ng: 3\nh: -1.5\ni: 010\nj: 0x1F\nk: .5\n"
    text += "l: 1_000\nm:\n"
    value = read_text(text, "x").value
    assert value == {
        "a": "no",
        "b": "on",
        "c": "12:30",
        "d": "2026-11-20",
        "e": True,
        "f": None,
        "g": 3,
        "h": -1.5,
        "i": "010",
        "j": "0x1F",
        "k": ".5",
        "l": "1_000",
        "m": None,
    }


def test_quoted_scalars_are_text() -> None:
    """What stands in quotes is never a number."""
    assert read_text("a: '3'\nb: \"true\"\n", "x").value == {"a": "3", "b": "true"}


def test_every_key_and_item_knows_its_line() -> None:
    """Lines count from 1; unknown paths fall back to the nearest line around them."""
    lines = read_text("a:\n  - x\n  - b: 1\n    c: 2\n", "x").lines
    assert lines.at("a") == 1
    assert lines.at("a", 0) == 2
    assert lines.at("a", 1, "c") == 4
    assert lines.at("a", 1, "nothing") == 3


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\na: 2\n", "Y005", 2),
        ("a: &x 1\n", "Y004", 1),
        ("a: 1\nb: *x\n", "Y004", 2),
        ("a: !!python/object:os.system x\n", "Y004", 1),
        ("a: [1,\n", "Y003", 2),
        ("a: 1\n---\nb: 2\n", "Y007", 2),
        ("[" * 100_000, "Y008", 1),
        ("{a: " * 100_000, "Y008", 1),
        ("? [a]\n: b\n", "Y003", 1),
        ("a: \x07\n", "Y003", 1),
    ],
    ids=["twice", "anchor", "alias", "tag", "open", "second", "brackets", "braces", "key", "control"],
)
def test_faults_of_a_file_are_problems(text: str, code: str, line: int) -> None:
    """No fault is an exception; each has its code and line."""
    problems = read_text(text, "x.yaml").problems
    assert [(problem.code, problem.line) for problem in problems] == [(code, line)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[" * 100_000, 1),
        ("a:\n  - " + "{b: [" * 50, 2),
        ("- " * 100_000, 1),
        ("".join(f"{' ' * depth}a{depth}:\n" for depth in range(40)), 21),
        ('a: "[[[[[[[[[[[[[[[[[[[[[[[[["\nb: [' + "[" * 30, 2),
    ],
    ids=["brackets", "braces", "dashes", "mappings", "after brackets in quotes"],
)
def test_depth_is_named_whatever_the_parser_refuses_first(
    text: str, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some versions of the parser refuse deep nesting themselves, with a sentence of their own."""

    def refuse(*_: object, **__: object) -> None:
        raise yaml.MarkedYAMLError(problem="exceeded max depth", problem_mark=None)

    monkeypatch.setattr(yaml, "parse", refuse)
    assert [(problem.code, problem.line) for problem in read_text(text, "x.yaml").problems] == [("Y008", line)]


@pytest.mark.parametrize(
    "text", ["a: [1,\n", 'a: "[[[[[[[[[[[[[[[[[[[[[[[["\nb: [', "# [[[[[[[[[[[[[[[[[[[[[[[[[[\na: ["]
)
def test_an_open_bracket_is_no_depth(text: str) -> None:
    """Brackets in quotes and comments nest nothing."""
    assert [problem.code for problem in read_text(text, "x.yaml").problems] == ["Y003"]


def test_a_file_that_is_not_utf8_names_the_line() -> None:
    """The line of the first bad byte is counted."""
    (problem,) = read_bytes(b"a: 1\nb: caf\xe9\n", "x.yaml").problems
    assert (problem.code, problem.line) == ("Y002", 2)


def test_a_file_that_is_missing_or_too_large_is_a_problem(tmp_path: Path) -> None:
    """Both are named and neither is read."""
    assert read_file(tmp_path / "none.yaml", "none.yaml").problems[0].code == "Y001"
    assert read_bytes(b" " * (MAX_BYTES + 1), "x").problems[0].code == "Y006"


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """Whatever the text, reading ends with a value or problems."""
    document = read_text(text, "x")
    assert document.value is None or not any(problem.code == "Y003" for problem in document.problems)


@given(st.binary(max_size=200))
def test_no_bytes_raise(content: bytes) -> None:
    """Whatever the bytes, reading ends with a value or problems."""
    read_bytes(content, "x")


@pytest.mark.parametrize("number", ["1e999", "-1e999", "1E+400"])
def test_a_number_too_large_for_the_machine_stays_text(number: str) -> None:
    """It would become infinity: no number anybody meant, and none that JSON can write."""
    assert read_text(f"a: {number}\n", "x").value == {"a": number}
