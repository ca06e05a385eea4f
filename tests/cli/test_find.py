"""`acu find`: the right points, in every format, with honest statuses."""

from __future__ import annotations

import json

import jsonschema
import pytest

from acucli.cli.schema_names import schema_named
from acucli.render.found import COLUMNS
from tests.cli.conftest import Acu


def test_a_symptom_gives_ranked_points_with_grade_and_session(acu: Acu) -> None:
    """`acu find headache` names points in rank order, the grade in words, and the session to run."""
    answer = acu("find", "headache", "--json").json
    assert answer["schema_version"] == 1
    assert answer["query"] == "headache"
    (condition,) = answer["conditions"]
    assert condition["slug"] == "headache"
    assert condition["grade"] == "D"
    assert condition["grade_words"].startswith("D, very little")
    assert [point["rank"] for point in answer["points"]] == list(range(1, len(answer["points"]) + 1))
    assert {"GB20", "LI4"} <= {point["code"] for point in answer["points"]}
    assert answer["red_flags"] == answer["held_back"] == []
    assert "headache-emergency" in {flag["id"] for flag in answer["watch_for"]}


@pytest.mark.parametrize("query", ["headache", "LI4", "worst headache of my life", "xyzzy", "nausea and stress"])
def test_the_answer_fits_the_shipped_schema(acu: Acu, query: str) -> None:
    """Every answer validates against `acu schema find`."""
    answer = json.loads(acu("find", query, "--json").out)
    jsonschema.validate(answer, schema_named("find"))


def test_the_keys_of_version_one_are_all_there(acu: Acu) -> None:
    """Keys are only ever added: scripts written for version 1 go on working."""
    answer = acu("find", "headache", "--json").json
    assert {
        "schema_version", "library", "query", "conditions", "red_flags", "held_back", "watch_for", "points", "left_out",
        "suggestions",
    } <= set(answer)  # fmt: skip
    assert {
        "slug", "name", "matched", "how", "session", "routine", "minutes", "grade", "sham", "evidence", "evidence_date",
    } <= set(answer["conditions"][0])  # fmt: skip
    assert {
        "rank", "code", "name", "hanzi", "english", "meridian", "where", "find", "hold_seconds", "sides", "technique",
        "pressure", "reach", "pressable", "role", "basis", "for", "why", "cautions",
    } <= set(answer["points"][0])  # fmt: skip
    assert {"id", "level", "ask", "tell", "brief"} == set(answer["watch_for"][0])


def test_a_pipe_gets_tsv_without_a_header(acu: Acu) -> None:
    """The columns of a pipe are fixed."""
    ran = acu("find", "headache")
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert rows[0][:2] == ["1", "GB20"]
    assert ran.status == 0


def test_a_terminal_gets_a_table_that_fits_eighty_columns(acu: Acu) -> None:
    """Nothing is wider than the terminal; grade, session and cautions are in it."""
    out = acu("find", "headache", terminal=True, NO_COLOR="1").out
    assert max(len(line) for line in out.splitlines()) <= 80
    assert "acu session headache" in out
    assert "very little" in out
    assert "not if: pregnant or maybe pregnant" in " ".join(out.split())
    assert "\x1b" not in out


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(acu: Acu, width: int) -> None:
    """From 40 columns up the table fits."""
    out = acu("find", "stress", terminal=True, NO_COLOR="1", COLUMNS=str(width)).out
    assert max(len(line) for line in out.splitlines()) <= width


def test_a_screen_reader_gets_sentences(acu: Acu) -> None:
    """Under ACCESSIBLE there is no table, and every point is said in full."""
    out = acu("find", "headache", terminal=True, ACCESSIBLE="1").out
    assert out.startswith("Headache. Session: acu session headache")
    assert "Call now: sudden" in out
    assert "Evidence: D, very little" in out
    assert "1. GB20" in out
    assert "By touch: " in out
    assert "─" not in out


def test_codes_fields_and_csv(acu: Acu) -> None:
    """Scripts choose what they get."""
    assert acu("find", "headache", "--format", "codes").out.splitlines()[0] == "GB20"
    assert acu("find", "headache", "-0").out.split("\0")[0] == "GB20"
    assert acu("find", "headache", "--fields", "code,sides").out.splitlines()[0] == "GB20\tboth"
    assert acu("find", "headache", "--format=csv").out.splitlines()[0] == ",".join(COLUMNS)
    assert acu("find", "headache", "--fields", "nothing").status == 2


def test_nothing_found_is_a_sentence_on_stderr_and_status_1(acu: Acu) -> None:
    """`acu find xyzzy` says so, and standard output stays empty."""
    ran = acu("find", "xyzzy")
    assert (ran.status, ran.out) == (1, "")
    assert "error: nothing found for 'xyzzy'" in ran.err
    assert "acu helplines" in ran.err  # it may have been a cry for help in a language that nobody here reads


def test_no_words_is_status_2(acu: Acu) -> None:
    """`acu find` alone is a wrong command line."""
    ran = acu("find")
    assert (ran.status, ran.out) == (2, "")
    assert "hint: try: acu find headache" in ran.err


@pytest.mark.parametrize("options", [[], ["-q"], ["--format", "codes"], ["--fields", "code"], ["--yes", "--no-input"]])
def test_a_red_flag_is_never_silenced(acu: Acu, options: list[str]) -> None:
    """Whatever the options: status 4, advice on standard error, no points on standard output."""
    ran = acu("find", "worst headache of my life", *options)
    assert (ran.status, ran.out) == (4, "")
    assert "Call your emergency number now" in " ".join(ran.err.split())


def test_a_red_flag_in_json_has_no_points(acu: Acu) -> None:
    """`red_flags` holds what the words raised, and `points` is empty."""
    ran = acu("find", "my husband has chest pain and his left arm hurts", "--json")
    assert ran.status == 4
    assert ran.json["red_flags"]
    assert ran.json["points"] == []


def test_thoughts_of_suicide_get_a_calm_paragraph(acu: Acu) -> None:
    """No `error:`, no points, numbers, status 4, and nothing is journaled."""
    ran = acu("find", "I want to die")
    assert (ran.status, ran.out) == (4, "")
    assert "error:" not in ran.err
    assert "988" in ran.err or "116 123" in ran.err
    assert acu("journal", "list", "--json").json["sessions"] == []


def test_the_profile_is_obeyed_and_said(acu: Acu) -> None:
    """With `--pregnant` LI4 is left out and the reason is said."""
    acu("profile", "set", "--pregnant")
    answer = acu("find", "headache", "--json").json
    assert "LI4" not in {point["code"] for point in answer["points"]}
    assert {"code": "LI4", "because": "pregnancy-points"}.items() <= answer["left_out"][0].items()
    assert "left out: LI4" in acu("find", "headache").err


def test_filters_narrow_the_points(acu: Acu) -> None:
    """Reach, setting, meridian, region and limit all narrow."""
    points = acu("find", "headache", "--json", "--setting", "desk", "--limit", "3").json["points"]
    assert len(points) == 3
    only = acu("find", "headache", "--json", "--meridian", "gb").json["points"]
    assert {point["meridian"] for point in only} == {"GB"}
    assert acu("find", "headache", "--reach", "wings").status == 2


def test_a_batch_answers_each_line_with_its_status(acu: Acu) -> None:
    """One line of JSON for each query, in order."""
    ran = acu("find", "--batch", "-", stdin="headache\nxyzzy\n\nchest pain and left arm numb\n")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert [line["status"] for line in lines] == [0, 1, 2, 4]
    assert ran.status == 0


def test_control_characters_are_shown_and_never_obeyed(acu: Acu) -> None:
    """An escape sequence or override in the query comes back written out."""
    ran = acu("find", "\x1b[31mxyzzy\u202e [bold]")
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err
    assert "[bold]" in ran.err


@pytest.mark.parametrize("options", [(), ("-q",)])
def test_signs_that_are_said_come_before_everything(acu: Acu, options: tuple[str, ...]) -> None:
    """Advice stands first where nothing is found, and beside points in every format."""
    nothing = acu("find", "blood in my stool", *options)
    assert nothing.status == 1
    assert "See a doctor soon" in nothing.err.split("error:")[0]
    some = acu("find", "unexplained weight loss", "--format", "plain", *options)
    assert (some.out + some.err).count("See a doctor soon and say how much") == 1
    if not options:
        assert "See a doctor soon" in acu("find", "unexplained weight loss", "--format", "codes").err


def test_a_claim_is_told_with_what_is_known(acu: Acu) -> None:
    """In words, on a terminal and as JSON; in a pipe it is named beside the empty list."""
    told = acu("find", "endorphins", "--plain")
    assert told.status == 0
    assert "What is known, as of 2007:" in told.out
    assert "acu learn claims-you-will-meet" in told.out
    assert "What is known" in acu("find", "endorphins", terminal=True).out
    text = acu("find", "endorphins", "--json").json["texts"][0]
    assert (text["kind"], text["id"], text["matched"]) == ("claim", "endorphins", "endorphins")
    piped = acu("find", "endorphins")
    assert piped.out == ""
    assert "claim:endorphins" in piped.err


def test_the_sign_is_said_before_the_page_of_an_illness(acu: Acu) -> None:
    """Gallstones: see a doctor today, then where to read."""
    ran = acu("find", "gallstones")
    assert ran.status == 4
    assert ran.out == ""
    assert ran.err.index("See a doctor today") < ran.err.index("acu show gallstones")
    assert acu("find", "gallstones", "--json").json["pages"] == ["gallstones"]


def test_a_session_of_such_an_illness_says_the_same(acu: Acu) -> None:
    """No session: the sign, then where to read."""
    ran = acu("session", "kidney-stones", "--dry-run")
    assert ran.status == 4
    assert ran.err.index("See a doctor today") < ran.err.index("acu show kidney-stones")


def test_a_page_comes_before_a_claim_about_it(acu: Acu) -> None:
    """Detox: that withdrawal can kill stands first."""
    told = acu("find", "detox", "--plain").out
    assert told.index("Withdrawal can kill") < told.index("A claim you may meet")
