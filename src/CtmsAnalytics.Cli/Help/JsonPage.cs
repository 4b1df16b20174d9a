namespace CtmsAnalytics.Cli.Help;

/// <summary>What a script can rely on under <c>--json</c>.</summary>
internal static class JsonPage
{
    private const string Text =
        """
        Every command that prints a result takes --json.

        Result    one JSON object or array on standard output, nothing else. Names are camelCase, amounts in
                  cents end in Cents or are named cents, annual rates are whole US dollars, dates are
                  year-month-day, enumerations are words. Figures are those of the text, without rounding.
        Error     one line of JSON, the last one on standard error, and nothing on standard output:
                  {"error":{"kind":"bad_input","message":"...","problems":[
                    {"file":"a.yaml","line":3,"column":5,"message":"...","hint":"..."}]},"exit_code":1}
                  file, line, column and hint are null where there is none; kind is the exit code in words.
        Findings  what a command is asked to find is its result, not an error: 'ctms scenario check --json'
                  prints the problems of the files on standard output and ends with exit code 1.
        Progress  is drawn on standard error where it is a terminal, and never into a file or a pipe.
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="output">Where it goes.</param>
    public static void Write(TextWriter output) => output.WriteLine(Text.ReplaceLineEndings("\n"));
}
