"""Keeping what was answered: the profile is written, and where the machine refuses, it holds for this run."""

from __future__ import annotations

from acucli.errors import MachineRefused
from acucli.model.practice import Profile
from acucli.profile.file import save_profile
from acucli.render.context import AppContext


def keep_profile(run: AppContext, profile: Profile) -> None:
    """Keep the profile; where the machine refuses, the answers hold for this run, and that is said."""
    try:
        save_profile(run.environment, profile)
    except MachineRefused as error:
        run.output.warn(f"note: your answers hold for this run only: {error.sentence}")
    run.profile = profile
