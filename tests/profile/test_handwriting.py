"""A profile written by hand: understood where it can be, and never silently dropped."""

from __future__ import annotations

import pytest

from acucli.host.environment import Environment
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Profile
from acucli.profile.file import load_profile
from acucli.profile.handwriting import understood


def read(environment: Environment, whole_library: CompiledLibrary, text: str) -> tuple[Profile, tuple[str, ...]]:
    """Return the profile of a file with this text, and everything that is said of it."""
    environment.paths.config.mkdir(parents=True, exist_ok=True)
    environment.paths.profile.write_text(text, encoding="utf-8")
    loaded = load_profile(environment)
    profile, notes = understood(loaded.profile, whole_library, loaded.claims)
    return profile, (*loaded.notes, *notes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[answers]]\nslug = "Pregnant"\n', "'Pregnant' of your profile is read as 'pregnant'"),
        ('[[answers]]\nslug = "preganant"\n', "is read as 'pregnant'"),
        ("pregnant = true\n", "stands outside the answers"),
        ('Pregnant = "yes"\n', "is read as 'pregnant'"),
        ('answers = ["pregnant"]\n', ""),
        ('answers = "pregnant, fever"\n', ""),
        ("[answers]\npregnant = true\n", ""),
        ('[answers]\nslug = "pregnant"\ngiven = 2026-11-01\n', ""),
    ],
)
def test_an_answer_in_another_spelling_or_shape_is_obeyed(
    environment: Environment, whole_library: CompiledLibrary, text: str, said: str
) -> None:
    """A caution too many can be taken away again; one too few is not noticed."""
    profile, notes = read(environment, whole_library, text)
    assert profile.has("pregnant")
    assert said in " ".join(notes)


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("brittle bones", "osteoporosis"),
        ("osteoporosis (brittle bones)", "osteoporosis"),
        ("a break in the last 12 weeks", "fracture"),
        ("a broken bone in the last 12 weeks", "fracture"),
        ("fits", "epilepsy"),
    ],
)
def test_an_answer_written_in_its_words_is_obeyed(
    environment: Environment, whole_library: CompiledLibrary, written: str, slug: str
) -> None:
    """Also in the words of earlier versions: a reworded question takes no protection away."""
    profile, notes = read(environment, whole_library, f'[[answers]]\nslug = "{written}"\n')
    assert profile.has(slug)
    assert f"is read as '{slug}'" in " ".join(notes)


def test_an_answer_that_nobody_knows_is_named_and_kept(
    environment: Environment, whole_library: CompiledLibrary
) -> None:
    """Nothing follows from it, and that is said."""
    profile, notes = read(environment, whole_library, '[[answers]]\nslug = "levitating"\ngiven = "2026-11-01"\n')
    assert profile.has("levitating")
    assert "'levitating' of your profile is not known" in " ".join(notes)


@pytest.mark.parametrize("written", ["li4", "LI-4", "Hegu", "hé gǔ", "合谷"])
def test_a_blocked_point_is_known_by_every_name(
    environment: Environment, whole_library: CompiledLibrary, written: str
) -> None:
    """The judge compares codes."""
    profile, notes = read(environment, whole_library, f'blocked_points = "{written.replace(" ", "")}"\n')
    assert profile.blocked_points == ("LI4",)
    assert "is read as LI4" in " ".join(notes)


def test_a_profile_as_it_is_written_by_the_program_needs_no_words(
    environment: Environment, whole_library: CompiledLibrary
) -> None:
    """No remark where nothing was read another way."""
    text = 'version = 1\nblocked_points = ["LI4"]\n[[answers]]\nslug = "pregnant"\ngiven = "2026-11-01"\n'
    assert read(environment, whole_library, text)[1] == ()
