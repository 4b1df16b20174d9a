# Completion of ctms for bash. Load it in this shell:      source <(ctms completion bash)
# or in every shell:  ctms completion bash > ~/.local/share/bash-completion/completions/ctms
_ctms_complete() {
  local line=${COMP_LINE:0:COMP_POINT} reply
  COMPREPLY=()
  while IFS= read -r reply; do
    printf -v reply '%q' "$reply"
    COMPREPLY+=("$reply")
  done < <(command "${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F _ctms_complete ctms
