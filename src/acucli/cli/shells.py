"""Completion scripts: one table written out for each shell, so that TAB answers at once without starting `acu`.

No word is ever given to something that expands it, such as `compgen -W` or what stands behind fish's `-a`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from acucli.cli.completable import FILES, KEPT, LISTS, Spot, Table

_LONGEST_ABOUT = 60
_MANY = 60
"""Of more words than this bash, which goes through each by itself, looks at those with the right first letter."""

_BASH = """\
# Completion of acu for bash: acu completion bash > ~/.local/share/bash-completion/completions/acu
_acu_node() {
  case $1 in
@NODES@
    *) return 1 ;;
  esac
}
_acu_kind() {
  case $1 in
@KINDS@
  esac
  case $1 in @KEPT@) _acu_kept "$1" ;; esac
}
_acu_kept() {
  local folder line
  if [ "$1" = PACK ]; then
    for folder in @DATA_FOLDERS@; do
      for line in "$folder"/packs/*.yaml; do
        line=${line##*/}
        [[ $line =~ ^[A-Za-z0-9][A-Za-z0-9._-]*\\.yaml$ ]] && words+=("${line%.yaml}")
      done
    done
    return
  fi
  for folder in @CONFIG_FOLDERS@; do
    [ -r "$folder/favourites.toml" ] || continue
    while IFS= read -r line; do
      [[ $line =~ ^name\\ =\\ \\"([A-Za-z0-9][A-Za-z0-9._-]*)\\"$ ]] && words+=("${BASH_REMATCH[1]}")
    done <"$folder/favourites.toml"
  done
}
_acu() {
  local current=${COMP_WORDS[COMP_CWORD]} first='' before='' word quoted kind='' pending='' where='' takes='' repeats=0
  local n=0 i ended=0 turned=0
  local -a subs=() opts=() args=() words=()
  COMPREPLY=()
  _acu_node ''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [ "$word" = = ]; then continue; fi
    if [ -n "$pending" ]; then pending=''; continue; fi
    if [ "$ended" = 1 ]; then n=$((n + 1)); continue; fi
    case $word in
      --) ended=1; continue ;;
      -*)
        if [[ $takes == *" $word:"* ]]; then pending=${takes#*" $word:"}; pending=${pending%%;*}; fi
        continue ;;
    esac
    if [ -z "$where" ]; then case $word in
@ALIASES@
    esac; fi
    word="${where:+$where }$word"
    if [ "$n" = 0 ] && _acu_node "$word"; then where=$word; else n=$((n + 1)); fi
  done
  if [ "$current" = = ]; then current=''; fi
  if [ -n "$pending" ]; then
    kind=$pending
  elif [[ $current == -* && $ended = 0 ]]; then
    words=("${opts[@]}")
  else
    if [ "$n" = 0 ]; then words=("${subs[@]}"); fi
    if [ "$repeats" = 1 ] && [ "$n" -ge "${#args[@]}" ]; then n=$((${#args[@]} - 1)); fi
    kind=${args[n]:-}
  fi
  case $kind in
    @FILES@) compopt -o default 2>/dev/null; return ;;
    @LISTS@) if [[ $current == *,* ]]; then before=${current%,*},; current=${current##*,}; fi ;;
  esac
  first=${current:0:1}
  shopt -q nocasematch || { shopt -s nocasematch; turned=1; }
  _acu_kind "$kind"
  if [ -z "$current" ] && [ ${#words[@]} -gt 0 ]; then
    printf -v quoted '%q\\n' "${words[@]/#/$before}"
    IFS=$'\\n' read -r -d '' -a COMPREPLY <<<"$quoted"
    words=()
  fi
  for word in "${words[@]}"; do
    if [[ $word == "$current"* ]]; then
      printf -v quoted %q "$before$word"
      COMPREPLY+=("$quoted")
    fi
  done
  if [ "$turned" = 1 ]; then shopt -u nocasematch; fi
}
complete -F _acu acu
"""

_ZSH = """\
#compdef acu
# Completion of acu for zsh: acu completion zsh > "${fpath[1]}/_acu"
_acu_node() {
  case $1 in
@NODES@
    *) return 1 ;;
  esac
}
_acu_kind() {
  case $1 in
@KINDS@
  esac
  case $1 in (@KEPT@) _acu_kept "$1" ;; esac
}
_acu_kept() {
  local folder line
  if [[ $1 == PACK ]]; then
    for folder in @DATA_FOLDERS@; do
      for line in "$folder"/packs/*.yaml(N:t:r); do
        [[ $line =~ '^[A-Za-z0-9][A-Za-z0-9._-]*$' ]] && found+=("$line")
      done
    done
    return
  fi
  for folder in @CONFIG_FOLDERS@; do
    [[ -r "$folder/favourites.toml" ]] || continue
    while IFS= read -r line; do
      [[ $line =~ '^name = "([A-Za-z0-9][A-Za-z0-9._-]*)"$' ]] && found+=("$match[1]")
    done <"$folder/favourites.toml"
  done
}
_acu() {
  local current=${words[CURRENT]} word kind= pending= where= takes= repeats=0 match mbegin mend
  local -i n=0 i ended=0
  local -a subs opts args found
  local -a fold=(-M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}')
  _acu_node ''
  for ((i = 2; i < CURRENT; i++)); do
    word=${(Q)words[i]}
    if [[ -n $pending ]]; then pending=; continue; fi
    if ((ended)); then n+=1; continue; fi
    case $word in
      --) ended=1; continue ;;
      -*=*) continue ;;
      -*)
        if [[ $takes == *" $word:"* ]]; then pending=${takes#*" $word:"}; pending=${pending%%;*}; fi
        continue ;;
    esac
    if [[ -z $where ]]; then case $word in
@ALIASES@
    esac; fi
    if ((n == 0)) && _acu_node "${where:+$where }$word"; then where="${where:+$where }$word"; else n+=1; fi
  done
  if [[ -n $pending ]]; then
    kind=$pending
  elif [[ $current == --*=* ]] && ((! ended)); then
    word=${current%%=*}
    [[ $takes == *" $word:"* ]] || return 1
    kind=${takes#*" $word:"}; kind=${kind%%;*}
    compset -P '*='
  elif [[ $current == -* ]] && ((! ended)); then
    _describe -o option opts
    return
  else
    if ((n == 0 && ${#subs})); then _describe -t commands command subs; fi
    if ((repeats && n >= ${#args})); then n=$((${#args} - 1)); fi
    kind=${args[n + 1]:-}
  fi
  case $kind in
    (@FILES@) _files; return ;;
    (@LISTS@) compset -P '*,' ;;
  esac
  _acu_kind "$kind"
  ((${#found})) && compadd "${fold[@]}" -a found
}
if [ "$funcstack[1]" = "_acu" ]; then
  _acu "$@"
else
  compdef _acu acu
fi
"""

_FISH = """\
# Completion of acu for fish: acu completion fish > ~/.config/fish/completions/acu.fish
function __acu_node --no-scope-shadowing
    switch "$argv[1]"
@NODES@
        case '*'
            return 1
    end
    return 0
end
function __acu_kind --no-scope-shadowing
    switch "$argv[1]"
@KINDS@
    end
    switch "$argv[1]"
        case @KEPT@
            set -a found (__acu_kept $argv[1])
    end
end
function __acu_kept
    if test "$argv[1]" = PACK
        for folder in @DATA_FOLDERS@
            for line in $folder/packs/*.yaml
                set -l file (string split -rm1 / $line)[-1]
                string match -rq '^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\\.yaml$' $file; and echo $name
            end
        end
        return
    end
    for folder in @CONFIG_FOLDERS@
        test -r $folder/favourites.toml; or continue
        while read -l line
            string match -rq '^name = "(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)"$' $line; and echo $name
        end <$folder/favourites.toml
    end
end
function __acu_complete
    set -l said (commandline -opc)
    set -l current (commandline -ct)
    set -l where ''
    set -l pending ''
    set -l kind ''
    set -l before ''
    set -l n 0
    set -l ended 0
    set -l subs
    set -l opts
    set -l takes ''
    set -l args
    set -l repeats 0
    set -l found
    set -e said[1]
    __acu_node ''
    for word in $said
        if test -n "$pending"
            set pending ''
            continue
        end
        if test $ended = 1
            set n (math $n + 1)
            continue
        end
        if test "$word" = --
            set ended 1
            continue
        end
        if string match -q -- '-*' $word
            if string match -q -- "* $word:*" $takes
                set pending (string split -m1 ';' (string split -m1 " $word:" $takes)[2])[1]
            end
            continue
        end
        if test -z "$where"
            switch $word
@ALIASES@
            end
        end
        set -l next (string trim -- "$where $word")
        if test $n = 0; and __acu_node $next
            set where $next
        else
            set n (math $n + 1)
        end
    end
    if test -n "$pending"
        set kind $pending
    else if test $ended = 0; and string match -q -- '--*=*' $current
        set -l name (string split -m1 = -- $current)
        set kind (string split -m1 ';' (string split -m1 " $name[1]:" $takes)[2])[1]
        set before "$name[1]="
        set current $name[2]
    else if test $ended = 0; and string match -q -- '-*' $current
        printf '%s\\n' $opts
        return
    else
        test $n = 0; and printf '%s\\n' $subs
        set n (math $n + 1)
        if test $repeats = 1; and test $n -gt (count $args)
            set n (count $args)
        end
        set kind $args[$n]
    end
    switch "$kind"
        case @FILES@
            __fish_complete_path $current
            return
        case @LISTS@
            if string match -q -- '*,*' $current
                set before "$before"(string replace -r '[^,]*$' '' -- $current)
            end
    end
    __acu_kind "$kind"
    test (count $found) -gt 0; and printf "%s\\n" $before$found
end
complete -c acu -f -a '(__acu_complete)'
"""

_POWERSHELL = """\
# Completion of acu for PowerShell, written and not run: acu completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName acu -ScriptBlock {
  param($current, $line, $position)
  $nodes = @{
@NODES@
  }
  $kinds = @{
@KINDS@
  }
  $aliases = @{ @ALIASES@ }
  $said = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($current -and $said.Count) { $said = @($said | Select-Object -SkipLast 1) }
  $where = '-'; $node = $nodes[$where]; $pending = ''; $n = 0
  foreach ($word in $said) {
    if ($pending) { $pending = ''; continue }
    if ($word -like '-*') {
      if ($node.Takes -match (' ' + [regex]::Escape($word) + ':([^;]*);')) { $pending = $Matches[1] }
      continue
    }
    if ($where -eq '-' -and $aliases.ContainsKey($word)) { $word = $aliases[$word] }
    $next = if ($where -eq '-') { $word } else { "$where $word" }
    if ($n -eq 0 -and $nodes.ContainsKey($next)) { $where = $next; $node = $nodes[$where] } else { $n++ }
  }
  $words = @()
  if ($pending) { $words = $kinds[$pending] }
  elseif ($current -like '-*') { $words = $node.Opts }
  else {
    if ($n -eq 0) { $words = @($node.Subs) }
    if ($node.Repeats -and $n -ge $node.Args.Count) { $n = $node.Args.Count - 1 }
    if ($n -lt $node.Args.Count -and $n -ge 0) { $words = @($words) + @($kinds[$node.Args[$n]]) }
  }
  $words | Where-Object { $_ -like "$current*" } | Sort-Object |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
"""


def script(shell: str, table: Table) -> str:
    """Return the completion script of a shell (bash, zsh, fish, powershell)."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}[shell](table)


def _bash(table: Table) -> str:
    nodes = "\n".join(
        f"    {_case(path)}) subs=({_words(node.commands)}) opts=({_words(node.options)}) takes={_quoted(_takes(node))}"
        f" args=({_words(node.arguments)}) repeats={int(node.repeats)} ;;"
        for path, node in table.nodes.items()
    )
    kinds = "\n".join(_bash_kind(kind, words) for kind, words in table.kinds.items() if words)
    aliases = "\n".join(f"    {old}) word={new} ;;" for old, new in table.aliases.items())
    return _filled(
        _BASH,
        NODES=nodes,
        KINDS=kinds,
        KEPT=_alternatives(KEPT),
        DATA_FOLDERS=_data_folders("bash"),
        CONFIG_FOLDERS=_config_folders("bash"),
        ALIASES=aliases,
        FILES=_alternatives(FILES),
        LISTS=_alternatives(LISTS),
    )


def _bash_kind(kind: str, words: tuple[str, ...]) -> str:
    """Return what puts the words of a kind among those that fit; of many only those with the first letter typed."""
    if len(words) <= _MANY:
        return f"    {_quoted(kind)}) words+=({_words(words)}) ;;"
    parts: dict[str, list[str]] = {}
    for word in words:
        parts.setdefault(word[:1].lower(), []).append(word)
    lines = (
        f"      [[ -z $first || $first == {_quoted(letter)} ]] && words+=({_words(group)})"
        for letter, group in parts.items()
    )
    return "\n".join((f"    {_quoted(kind)})", *lines, "      ;;"))


def _zsh(table: Table) -> str:
    nodes = "\n".join(
        f"    {_case(path)}) subs=({_described(node.commands.items(), ':')})"
        f" opts=({_described(_abouts(node), ':')}) takes={_quoted(_takes(node))}"
        f" args=({_words(node.arguments)}) repeats={int(node.repeats)} ;;"
        for path, node in table.nodes.items()
    )
    kinds = "\n".join(
        f"    {_quoted(kind)}) found+=({_words(words)}) ;;" for kind, words in table.kinds.items() if words
    )
    aliases = "\n".join(f"      {old}) word={new} ;;" for old, new in table.aliases.items())
    return _filled(
        _ZSH,
        NODES=nodes,
        KINDS=kinds,
        KEPT=_alternatives(KEPT),
        DATA_FOLDERS=_data_folders("zsh"),
        CONFIG_FOLDERS=_config_folders("zsh"),
        ALIASES=aliases,
        FILES=_alternatives(FILES),
        LISTS=_alternatives(LISTS),
    )


def _fish(table: Table) -> str:
    nodes = "\n".join(
        f"        case {_fish_quoted(path)}\n"
        f"            set subs {_fish_described(node.commands.items())}\n"
        f"            set opts {_fish_described(_abouts(node))}\n"
        f"            set takes {_fish_quoted(_takes(node))}\n"
        f"            set args {_fish_words(node.arguments)}\n"
        f"            set repeats {int(node.repeats)}"
        for path, node in table.nodes.items()
    )
    kinds = "\n".join(
        f"        case {_fish_quoted(kind)}\n            set -a found {_fish_words(words)}"
        for kind, words in table.kinds.items()
        if words
    )
    aliases = "\n".join(f"            case {old}\n                set word {new}" for old, new in table.aliases.items())
    return _filled(
        _FISH,
        NODES=nodes,
        KINDS=kinds,
        KEPT=_fish_words(sorted(KEPT)),
        DATA_FOLDERS=_data_folders("fish"),
        CONFIG_FOLDERS=_config_folders("fish"),
        ALIASES=aliases,
        FILES=_fish_words(sorted(FILES)),
        LISTS=_fish_words(sorted(LISTS)),
    )


def _powershell(table: Table) -> str:
    nodes = "\n".join(
        f"    {_doubled(path or '-')} = @{{ Subs = @({_doubles(node.commands)}); Opts = @({_doubles(node.options)});"
        f" Takes = {_doubled(_takes(node))}; Args = @({_doubles(node.arguments)}); Repeats = {int(node.repeats)} }}"
        for path, node in table.nodes.items()
    )
    kinds = "\n".join(f"    {_doubled(kind)} = @({_doubles(words)})" for kind, words in table.kinds.items())
    aliases = "; ".join(f"{old} = {_doubled(new)}" for old, new in table.aliases.items())
    return _filled(_POWERSHELL, NODES=nodes, KINDS=kinds, ALIASES=aliases)


def _takes(node: Spot) -> str:
    """Return the options that take a word, each with its kind: ` --reach:self|tool;` and so on."""
    return "".join(f" {word}:{option.takes};" for word, option in node.options.items() if option.takes)


def _abouts(node: Spot) -> Iterator[tuple[str, str]]:
    return ((word, option.about) for word, option in node.options.items())


def _case(path: str) -> str:
    return _quoted(path)


def _alternatives(kinds: Iterable[str]) -> str:
    return "|".join(sorted(kinds))


def _words(words: Iterable[str]) -> str:
    return " ".join(map(_quoted, words))


def _described(words: Iterable[tuple[str, str]], between: str) -> str:
    return " ".join(_quoted(f"{word}{between}{_short(about)}") for word, about in words)


def _short(about: str) -> str:
    """Return what is said of a word in so few letters that it stands beside it, without what a shell may read."""
    plain = " ".join(re.sub(r"[^\w\s,.;/|=()'-]", " ", about).split())
    return plain if len(plain) <= _LONGEST_ABOUT else plain[:_LONGEST_ABOUT].rsplit(" ", 1)[0]


def _config_folders(shell: str) -> str:
    return _folders(shell, "config", "XDG_CONFIG_HOME", ".config")


def _data_folders(shell: str) -> str:
    return _folders(shell, "data", "XDG_DATA_HOME", ".local/share")


def _folders(shell: str, kind: str, variable: str, usual: str) -> str:
    """Return where the person's files of a kind may lie: below ACU_HOME, or where Linux and macOS keep them."""
    mac = "$HOME/Library/Application Support/acucli"
    if shell == "fish":
        own = f"(set -q ACU_HOME; and echo $ACU_HOME/{kind})"
        return f'{own} (set -q {variable}; and echo ${variable}/acucli; or echo $HOME/{usual}/acucli) "{mac}"'
    return f'"${{ACU_HOME:+$ACU_HOME/{kind}}}" "${{{variable}:-$HOME/{usual}}}/acucli" "{mac}"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_described(words: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{_fish_quoted(word)}\\t{_fish_quoted(_short(about))}" for word, about in words)


def _fish_words(words: Iterable[str]) -> str:
    return " ".join(map(_fish_quoted, words))


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _doubles(words: Iterable[str]) -> str:
    return ", ".join(map(_doubled, words))


def _doubled(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _filled(script: str, **parts: str) -> str:
    """Return a script with its tables in the places that carry their names."""
    for name, part in parts.items():
        script = script.replace(f"@{name}@", part)
    return script
