# Completion of ctms for PowerShell. Load it in this shell:  ctms completion pwsh | Out-String | Invoke-Expression
# or in every shell: put that line into $PROFILE
Register-ArgumentCompleter -Native -CommandName ctms -ScriptBlock {
    param($word, $ast, $cursor)
    $length = $cursor - $ast.Extent.StartOffset
    $line = $ast.ToString().PadRight($length).Substring(0, $length)
    & $ast.CommandElements[0].ToString() "[suggest:$length]" $line 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
