"""The file of stored answers: whatever was added is read again, and nothing else is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acucli.instant.answer_store import Answers, Store
from acucli.instant.stored import FILE, FORMS, LIBRARY, Stored
from acucli.library.compiled import Contents, compiled, from_bytes

_LIBRARY = from_bytes(compiled("1", "f", (), Contents({}, {"a": ("a text of the library that many answers say",)}, {})))
_KEYS = st.text("aAbBé ", max_size=6)
_SAID = st.lists(st.sampled_from(["a\n", '"query":"{key}"', '"rank":1,', '"matched":"aB"', "_" * 300]), max_size=6)
_TEXTS = st.lists(_SAID.map("".join), min_size=1, max_size=3)
_FORMS = st.dictionaries(st.sampled_from(FORMS), st.tuples(_TEXTS, _TEXTS), min_size=1)


def _answers(key: str, said: Mapping[str, tuple[list[str], list[str]]]) -> Answers:
    written = {
        form: tuple("".join(part).replace("{key}", key).encode() for part in (out, remarks))
        for form, (out, remarks) in said.items()
    }
    return Answers(f"find {key}", {form: parts for form, parts in written.items() if any(parts)})  # type: ignore[misc]


def _stored(folder: Path, answers: list[Answers]) -> Stored:
    store = Store(_LIBRARY)
    for item in answers:
        assert store.add(item)
    (folder / LIBRARY).write_bytes(_LIBRARY.sealed())
    (folder / FILE).write_bytes(store.content())
    return Stored(str(folder))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(_KEYS, _FORMS, min_size=1, max_size=150), st.lists(_KEYS, max_size=5))
def test_what_was_added_is_read(
    tmp_path: Path, said: dict[str, dict[str, tuple[list[str], list[str]]]], others: list[str]
) -> None:
    """In capitals or not, whatever it shares with others, in the forms that were written."""
    answers = [_answers(key, forms) for key, forms in said.items()]
    stored = _stored(tmp_path, answers)
    for item in answers:
        assert {form: stored.answer(item.key.encode(), form) for form in FORMS} == {
            form: item.written.get(form) for form in FORMS
        }
    for key in set(others) - said.keys():
        assert all(stored.answer(f"find {key}".encode(), form) is None for form in FORMS)
    stored.close()


@pytest.mark.parametrize("number", [1, 63, 64, 65, 500])
def test_blocks_of_any_number_of_lines_are_read(tmp_path: Path, number: int) -> None:
    """Of lines that have a set of their own, that of the line before, or one of many lines before."""
    answers = [
        Answers(f"find {at:04}", {"json": (b"%d" % (at * (at % 3)), b""), "tsv": (b"%d" % (at // 90), b"")})
        for at in range(number)
    ]
    stored = _stored(tmp_path, answers)
    for item in answers:
        assert stored.answer(item.key.encode(), "json") == item.written["json"]
        assert stored.answer(item.key.encode(), "tsv") == item.written["tsv"]
        assert stored.answer(item.key.encode(), "codes") is None
    for key in ("find", "find 0000 ", "find 9999", "find 000"):
        assert stored.answer(key.encode(), "json") is None
