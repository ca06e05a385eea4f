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
        [[ $line =~ ^[A-Za-z0-9][A-Za-z0-9._-]*\.yaml$ ]] && words+=("${line%.yaml}")
      done
    done
    return
  fi
  for folder in @CONFIG_FOLDERS@; do
    [ -r "$folder/favourites.toml" ] || continue
    while IFS= read -r line; do
      [[ $line =~ ^name\ =\ \"([A-Za-z0-9][A-Za-z0-9._-]*)\"$ ]] && words+=("${BASH_REMATCH[1]}")
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
    printf -v quoted '%q\n' "${words[@]/#/$before}"
    IFS=$'\n' read -r -d '' -a COMPREPLY <<<"$quoted"
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
