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
