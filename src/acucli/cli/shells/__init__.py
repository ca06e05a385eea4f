"""Completion scripts: the one table of what can be completed, written out for each shell.

TAB answers at once, without starting `acu`. No word is ever given to something that expands it, such as `compgen -W` or
what stands behind fish's `-a`.
"""

from acucli.cli.completable import Table
from acucli.cli.shells.fish import Fish
from acucli.cli.shells.posix import Bash, Zsh
from acucli.cli.shells.powershell import PowerShell

_SHELLS = {"bash": Bash(), "zsh": Zsh(), "fish": Fish(), "powershell": PowerShell()}


def script(shell: str, table: Table) -> str:
    """Return the completion script of a shell, one of `completable.SHELLS`."""
    return _SHELLS[shell].script(table)
