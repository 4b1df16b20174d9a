#compdef ctms
# Completion of ctms for zsh. Load it in this shell after compinit:  source <(ctms completion zsh)
# or in every shell: ctms completion zsh > a folder of $fpath/_ctms
_ctms_complete() {
  local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
  local -a found folders
  found=("${(@f)$(command "${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
  found=("${(@)found:#}")
  if (( ${#found} == 0 )); then
    _files
    return
  fi
  folders=("${(@M)found:#*/}")
  found=("${(@)found:#*/}")
  if (( ${#found} )); then compadd -- "${found[@]}"; fi
  if (( ${#folders} )); then compadd -S '' -- "${folders[@]}"; fi
}
if (( $+functions[compdef] )); then compdef _ctms_complete ctms; fi
