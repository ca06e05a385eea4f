"""The profile's file: private, versioned, and no caution dropped for a bad byte."""

from __future__ import annotations

import codecs
import os
import stat

import pytest

from acucli.errors import MachineRefused
from acucli.model.practice import Profile, ProfileAnswer
from acucli.profile.file import clear_profile, load_profile, profile_files, save_profile

PROFILE = Profile(
    answers=(
        ProfileAnswer(slug="pregnant", given="2026-11-01"),
        ProfileAnswer(slug="cancer", given="2026-11-02", region="breast", side="left"),
    ),
    screened="2026-11-20",
    blocked_points=("GB21",),
    crisis_number="555 2",
    country="GB",
    gentle=True,
)


def test_what_is_saved_is_loaded(environment):
    """Every field comes back."""
    save_profile(environment, PROFILE)
    assert load_profile(environment) == (PROFILE, (), False, ())


def test_without_a_file_the_profile_is_empty_and_nothing_is_written(environment):
    """A lookup leaves no trace."""
    assert load_profile(environment).profile == Profile()
    assert not environment.paths.config.exists()


def test_the_file_is_private_toml(environment):
    """0600, and readable by a person."""
    path = save_profile(environment, PROFILE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    text = path.read_text()
    assert "version = 1" in text
    assert 'slug = "pregnant"' in text


def test_keys_and_answers_of_later_versions_are_kept(environment):
    """What this version does not know is written back as it was."""
    path = save_profile(environment, PROFILE)
    path.write_text(
        'version = 2\naura = "blue"\n\n[[answers]]\nslug = "levitating"\ngiven = "2026-11-01"\nheight = 2\n'
    )
    loaded = load_profile(environment)
    assert "later acucli" in loaded.notes[0]
    assert loaded.profile.answers == (ProfileAnswer(slug="levitating", given="2026-11-01"),)
    save_profile(environment, loaded.profile)
    text = path.read_text()
    assert all(kept in text for kept in ("version = 2", 'aura = "blue"', "height = 2"))


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b'[[answers]\nslug = "pregnant"\n', b"= = =", b"version = " + b"9" * 5000, b"a = " + b"[" * 2000],
)
def test_a_damaged_file_is_named_every_time_and_its_answers_obeyed(environment, content):
    """Reading changes nothing; what can be made out is obeyed; answering anew keeps the damaged file."""
    path = save_profile(environment, PROFILE)
    path.write_bytes(content)
    for _ in range(2):
        loaded = load_profile(environment)
        assert loaded.damaged
        assert "damaged" in loaded.notes[0]
        assert loaded.profile.has("pregnant") == (b"slug" in content)
        assert path.read_bytes() == content
    save_profile(environment, PROFILE)
    kept = path.with_name("profile.damaged-20261120T180000Z.toml")
    assert kept.read_bytes() == content
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert load_profile(environment).profile == PROFILE


def test_a_date_written_by_hand_is_understood(environment):
    """Without quotes TOML makes a date of it."""
    path = save_profile(environment, PROFILE)
    path.write_text('[[answers]]\nslug = "cancer"\ngiven = 2026-11-01\nregion = "breast"\n')
    loaded = load_profile(environment)
    assert loaded == (
        Profile(answers=(ProfileAnswer(slug="cancer", given="2026-11-01", region="breast"),)),
        (),
        False,
        (),
    )


def test_an_answer_that_cannot_be_read_is_still_obeyed(environment):
    """A wrong side costs the side, not the caution."""
    path = save_profile(environment, PROFILE)
    path.write_text('country = 7\n[[answers]]\nslug = "cancer"\ngiven = "2026-11-01"\nside = "up"\n')
    loaded = load_profile(environment)
    assert loaded.profile.answers == (ProfileAnswer(slug="cancer", given=""),)
    assert len(loaded.notes) == 2


def test_a_profile_that_cannot_be_opened_is_refused(environment):
    """An empty profile would be a guess."""
    environment.paths.profile.mkdir(parents=True)
    with pytest.raises(MachineRefused, match="profile cannot be read"):
        load_profile(environment)


@pytest.mark.parametrize("make", [
    lambda path: path.symlink_to(path.with_name("nowhere")),
    lambda path: path.symlink_to(path),
    os.mkfifo,
    lambda path: path.write_bytes(b"#" * 2_000_000),
], ids=["link-to-nowhere", "link-to-itself", "pipe", "huge"])  # fmt: skip
def test_a_profile_that_cannot_be_read_is_never_taken_for_none(environment, make):
    """Whatever lies there: somebody's cautions were in it. Nothing is waited for."""
    path = environment.paths.profile
    path.parent.mkdir(parents=True)
    make(path)
    with pytest.raises(MachineRefused, match="the profile"):
        load_profile(environment)


def test_a_folder_that_leads_nowhere_is_no_empty_profile(environment):
    """An encrypted folder that is not open holds the profile all the same."""
    environment.paths.config.parent.mkdir(parents=True)
    environment.paths.config.symlink_to(environment.paths.config.with_name("nowhere"))
    with pytest.raises(MachineRefused, match="link to nowhere"):
        load_profile(environment)


def test_comments_of_the_person_stay(environment):
    """What is equal is not touched, and a renewed answer keeps the line above it."""
    path = environment.paths.profile
    path.parent.mkdir(parents=True)
    path.write_text(
        '# mine\ncountry = "GB"  # home\n\n[[answers]]\n# since spring\nslug = "pregnant"\ngiven = "2026-01-01"\n'
    )
    save_profile(
        environment, Profile(country="GB", gentle=True, answers=(ProfileAnswer(slug="pregnant", given="2026-11-20"),))
    )
    text = path.read_text()
    assert all(comment in text for comment in ("# mine", "# home", "# since spring"))
    assert "2026-01-01" not in text
    assert load_profile(environment).profile.gentle


def test_clear_removes_what_a_link_leads_to(environment, tmp_path):
    """A profile kept among dotfiles is gone from there, too; the link and the damaged copies with it."""
    real = tmp_path / "dotfiles" / "me.toml"
    real.parent.mkdir()
    environment.paths.config.mkdir(parents=True)
    environment.paths.profile.symlink_to(real)
    save_profile(environment, PROFILE)
    real.with_name("me.damaged-20261120T180000Z.toml").write_text("x")
    (real.parent / "other.toml").write_text("x")
    clear_profile(environment)
    assert [path.name for path in real.parent.iterdir()] == ["other.toml"]
    assert profile_files(environment) == ()


def test_clear_removes_the_damaged_copies_too(environment):
    """Cleared is gone."""
    path = save_profile(environment, PROFILE)
    path.write_bytes(b"=")
    save_profile(environment, PROFILE)
    assert len(clear_profile(environment)) >= 2
    assert profile_files(environment) == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ['[[answers]]\nslug = "pregnant"\n', '[[answers]]\nslug = "pregnant"\nbroken = = 1\n'])
def test_a_profile_from_a_windows_shell_is_obeyed(environment, encoding, text):
    """With a mark, or in UTF-16 as it writes it; also where the rest of it is damaged."""
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    environment.paths.profile.parent.mkdir(parents=True)
    environment.paths.profile.write_bytes(mark + text.encode(encoding))
    assert [answer.slug for answer in load_profile(environment).profile.answers] == ["pregnant"]


@pytest.mark.parametrize("number", [f"0x{'f' * 5000}", "9" * 400, f"[[{{a = 0x{'1' * 5000}}}]]"])
def test_a_number_without_end_damages_the_file_and_its_answers_are_obeyed(environment, number):
    """Python reads it, and could not write it: no command may end with that."""
    path = environment.paths.profile
    path.parent.mkdir(parents=True)
    path.write_text(f'version = {number}\n[[answers]]\nslug = "pregnant"\ngiven = "2026-11-01"\n', encoding="utf-8")
    loaded = load_profile(environment)
    assert [answer.slug for answer in loaded.profile.answers] == ["pregnant"]
    assert "damaged" in loaded.notes[0]
