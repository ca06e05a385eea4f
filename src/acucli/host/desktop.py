"""What the desktop is asked for: to keep the display awake, and to show a notice. Both by the system's own programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from acucli.host.programs import find_program

AWAKE_PROGRAMS = ("systemd-inhibit", "caffeinate")
NOTICE_PROGRAMS = ("notify-send", "osascript")


def awake_command(variables: Mapping[str, str], *, pid: int, platform: str = sys.platform) -> list[str]:
    """Return the command that keeps the display awake until its input ends or this process does; none where none can.

    `systemd-inhibit` holds its lock as long as `cat` reads; `caffeinate` watches the process of this number.
    """
    if platform == "darwin":
        found = find_program("caffeinate", variables)
        return [found, "-d", "-w", str(pid)] if found else []
    found, cat = find_program("systemd-inhibit", variables), find_program("cat", variables)
    why = ("--what=idle", "--mode=block", "--who=acu", "--why=A guided session")
    return [found, *why, cat] if found and cat and platform.startswith("linux") else []


def notice_command(variables: Mapping[str, str], text: str, *, platform: str = sys.platform) -> list[str]:
    """Return the command that shows a notice of the desktop; none where none can. The text is ours alone."""
    if platform == "darwin":
        found = find_program("osascript", variables)
        return [found, "-e", f'display notification "{text}" with title "acu"'] if found else []
    found = find_program("notify-send", variables)
    return [found, "--app-name=acu", "acu", text] if found and platform.startswith("linux") else []
