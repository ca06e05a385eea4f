"""Completion scripts: static lists, so that TAB answers at once without starting `acu`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Words(NamedTuple):
    """What can be completed: commands, their options and subcommands, and the values each takes."""

    commands: Mapping[str, str]
    options: Mapping[str, Sequence[str]]
    values: Mapping[str, Sequence[str]]


def script(shell: str, words: Words) -> str:
    """Return the completion script of a shell (bash, zsh, fish, powershell)."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}[shell](words)


SHELLS = ("bash", "zsh", "fish", "powershell")


def completable(word: str) -> bool:
    """Tell whether a word can be completed: letters, digits, dashes, dots, underscores, and nothing a shell reads."""
    return bool(_COMPLETABLE.fullmatch(word))


_COMPLETABLE = re.compile(r"-{0,2}\w[\w.-]*")


def _bash(words: Words) -> str:
    # No `compgen -W`: it expands what it is given, and a word of a pack would be run as a command.
    cases = "\n".join(
        f"    {name}) words=({' '.join(map(_quoted, (*words.values.get(name, ()), *words.options.get(name, ()))))}) ;;"
        for name in words.commands
    )
    return f"""\
# Completion of acu for bash: acu completion bash > ~/.local/share/bash-completion/completions/acu
_acu() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} word quoted
  local -a words=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=({" ".join(map(_quoted, words.commands))})
  else
    case ${{COMP_WORDS[1]}} in
{cases}
    esac
  fi
  COMPREPLY=()
  for word in "${{words[@]}}"; do
    if [[ $word == "$current"* ]]; then
      printf -v quoted %q "$word"
      COMPREPLY+=("$quoted")
    fi
  done
}}
complete -o default -F _acu acu
"""


def _zsh(words: Words) -> str:
    commands = "\n".join(f"    {_quoted(f'{name}:{about}')}" for name, about in words.commands.items())
    cases = "\n".join(
        f"    {name}) values=({' '.join(map(_quoted, (*words.values.get(name, ()), *words.options.get(name, ()))))}) ;;"
        for name in words.commands
    )
    return f"""\
#compdef acu
# Completion of acu for zsh: acu completion zsh > "${{fpath[1]}}/_acu"
_acu() {{
  local -a commands values
  commands=(
{commands}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
{cases}
  esac
  compadd -a values
}}
if [ "$funcstack[1]" = "_acu" ]; then
  _acu "$@"
else
  compdef _acu acu
fi
"""


def _fish(words: Words) -> str:
    lines = [
        "# Completion of acu for fish: acu completion fish > ~/.config/fish/completions/acu.fish",
        "complete -c acu -f",
    ]
    for name, about in words.commands.items():
        lines.append(f"complete -c acu -n __fish_use_subcommand -a {name} -d {_quoted(about)}")
        condition = _quoted(f"__fish_seen_subcommand_from {name}")
        if words.values.get(name):
            # What stands behind -a is expanded when TAB is pressed: each word is quoted once more inside.
            listed = " ".join(map(_fish_quoted, words.values[name]))
            lines.append(f"complete -c acu -n {condition} -a {_fish_quoted(listed)}")
        lines += [
            f"complete -c acu -n {condition} -l {option[2:]}"
            for option in words.options.get(name, ())
            if option.startswith("--")
        ]
    return "\n".join(lines) + "\n"


def _powershell(words: Words) -> str:
    listed = {name: (*words.values.get(name, ()), *words.options.get(name, ())) for name in words.commands}
    tables = "\n".join(f"    '{name}' = @({', '.join(map(_doubled, said))})" for name, said in listed.items())
    return f"""\
# Completion of acu for PowerShell: acu completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName acu -ScriptBlock {{
  param($current, $line, $position)
  $table = @{{
{tables}
  }}
  $said = @($line.CommandElements | ForEach-Object {{ $_.ToString() }})
  $words = if ($said.Count -le 1 -or ($said.Count -eq 2 -and $current)) {{ $table.Keys }} else {{ $table[$said[1]] }}
  $words | Where-Object {{ $_ -like "$current*" }} | Sort-Object |
    ForEach-Object {{ [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }}
}}
"""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _doubled(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
