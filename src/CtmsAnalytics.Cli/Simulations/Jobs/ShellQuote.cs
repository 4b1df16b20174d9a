namespace CtmsAnalytics.Cli.Simulations.Jobs;

/// <summary>Words for a POSIX shell.</summary>
internal static class ShellQuote
{
    /// <summary>Quotes a word so that a shell takes it as it is, whatever is in it.</summary>
    /// <param name="word">The word, without the character 0, which no path and no argument can hold.</param>
    /// <returns>The word in single quotes.</returns>
    public static string Of(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
