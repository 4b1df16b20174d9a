# Completion of ctms for fish. Load it in this shell:  ctms completion fish | source
# or in every shell:  ctms completion fish > ~/.config/fish/completions/ctms.fish
function __ctms_complete
    set -l line (commandline -cp)
    set -l program (commandline -opc)[1]
    command $program "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c ctms -f -a '(__ctms_complete)'
complete -c ctms -n 'test -z (__ctms_complete | string collect)' -F
