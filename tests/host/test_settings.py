"""Settings: flag, variable, file, default, each value checked; a bad one is named and never stops anything."""

from __future__ import annotations

import msgspec
import pytest

from acucli.errors import MachineRefused, UsageError
from acucli.host import settings
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.host.settings import MEANINGS, Settings


def with_variables(environment: Environment, **variables: str) -> Environment:
    """Return the same environment with more variables."""
    named = {**environment.variables, **variables}
    return Environment(variables=named, paths=Paths.from_variables(named))


def write(environment: Environment, text: str) -> None:
    """Write the settings file as a person would."""
    path = environment.paths.settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_every_setting_has_its_meaning() -> None:
    """What is listed and what there is are the same."""
    assert set(MEANINGS) == {field.name for field in msgspec.structs.fields(Settings)}
    assert all(MEANINGS.values())


def test_without_a_file_defaults_stand_and_nothing_is_written(environment: Environment) -> None:
    """Looking creates nothing."""
    assert settings.load(environment) == (Settings(), [])
    assert not environment.paths.config.exists()


def test_a_variable_beats_the_file_and_the_file_the_default(environment: Environment) -> None:
    """`ACU_HOLD` over `hold` over 0."""
    settings.save(environment, {"hold": 60, "gentle": True})
    assert settings.load(environment)[0].hold == 60
    loaded, problems = settings.load(with_variables(environment, ACU_HOLD="90"))
    assert (loaded.hold, loaded.gentle, problems) == (90, True, [])


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("hold", "90", 90), ("gentle", "yes", True), ("full", "off", False), ("settle_seconds", "0", 0.0),
     ("settle_seconds", "2.5", 2.5), ("figure", "ascii", "ascii"), ("voice_rate", "120", 120),
     ("setting", "desk", "desk")],
)  # fmt: skip
def test_values_are_read_as_people_write_them(name: str, text: str, value: object) -> None:
    """Numbers, yes and no, words."""
    assert settings.parse(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [("hold", "181"), ("hold", "-1"), ("hold", "long"), ("gentle", "perhaps"), ("figure", "oil"), ("voice_rate", "20"),
     ("rounds", "0"), ("rounds", "6"), ("settle_seconds", "121"), ("settle_seconds", "nan"), ("colour", "red")],
)  # fmt: skip
def test_values_out_of_range_are_refused_with_what_would_do(name: str, text: str) -> None:
    """Status 2 and a hint; no hold beyond three minutes by a setting either."""
    with pytest.raises(UsageError) as caught:
        settings.parse(name, text)
    assert caught.value.hint


@pytest.mark.parametrize(
    "text", ["hold = 500\n", 'hold = "long"\n', "hold = [1]\n", "nonsense = 1\n", "gentle = 7\n", 'figure = "oil"\n']
)
def test_a_wrong_value_in_the_file_is_named_and_the_rest_counts(environment: Environment, text: str) -> None:
    """One sentence with the file; the other settings hold."""
    write(environment, f"voice_rate = 120\n{text}")
    loaded, problems = settings.load(environment)
    assert loaded == Settings(voice_rate=120)
    assert len(problems) == 1
    assert "config.toml" in problems[0]


def test_a_wrong_variable_is_named(environment: Environment) -> None:
    """With its own name, so that it can be mended."""
    loaded, (problem,) = settings.load(with_variables(environment, ACU_HOLD="long"))
    assert loaded == Settings()
    assert problem.startswith("ACU_HOLD")


@pytest.mark.parametrize("content", [b"hold = = 3", b"\xfa\xfb", b"\xff\xfe\x00", b"hold = 60\nhold = 70\n"])
def test_a_broken_file_is_named_and_never_overwritten(environment: Environment, content: bytes) -> None:
    """Reading goes on with defaults; writing refuses, so that nothing is lost."""
    write(environment, "")
    environment.paths.settings.write_bytes(content)
    loaded, problems = settings.load(environment)
    assert loaded == Settings()
    assert len(problems) == 1
    with pytest.raises(MachineRefused):
        settings.save(environment, {"hold": 60})
    assert environment.paths.settings.read_bytes() == content


def test_saving_keeps_what_it_does_not_know(environment: Environment) -> None:
    """A later version's setting survives; None removes one."""
    write(environment, "later = 1\nhold = 60\n")
    settings.save(environment, {"hold": None, "rounds": 2})
    assert environment.paths.settings.read_text(encoding="utf-8") == "later = 1\nrounds = 2\n"


def test_a_setting_that_left_is_passed_over(environment: Environment) -> None:
    """A file written by an earlier version says nothing wrong."""
    write(environment, 'sound_heard = "yes"\nrounds = 2\n')
    loaded, problems = settings.load(environment)
    assert (loaded.rounds, problems) == (2, [])


def test_the_file_is_private(environment: Environment) -> None:
    """0600 in 0700."""
    settings.save(environment, {"hold": 60})
    assert environment.paths.settings.stat().st_mode & 0o777 == 0o600
    assert environment.paths.config.stat().st_mode & 0o777 == 0o700
