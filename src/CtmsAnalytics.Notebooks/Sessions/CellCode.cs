using System.Text.RegularExpressions;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>A code cell taken apart: its language and, for SQL, the variable that takes the result.</summary>
/// <param name="Language">What runs it; null for a language that nothing here runs.</param>
/// <param name="Text">The code, with as many lines as the cell, so that line numbers hold.</param>
/// <param name="Source">The cell as it stands in the notebook.</param>
/// <param name="Name">Variable that takes the result of an SQL cell; null for none.</param>
/// <param name="Magic">The word after <c>#!</c>; null where the cell has none.</param>
internal sealed partial record CellCode(CellLanguage? Language, string Text, string Source, string? Name, string? Magic)
{
    private static readonly Dictionary<string, CellLanguage> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CellLanguage.CSharp,
        ["cs"] = CellLanguage.CSharp,
        ["c#"] = CellLanguage.CSharp,
        ["sql"] = CellLanguage.Sql,
    };

    /// <summary>Reads the first line that is not empty.</summary>
    /// <param name="source">The cell's source.</param>
    /// <param name="language">Language that the notebook names for the cell beside the source; null for none.</param>
    /// <exception cref="FormatException">The line of an SQL cell has something that is no option.</exception>
    public static CellCode Of(string source, string? language)
    {
        var match = FirstLine().Match(source);
        if (!match.Success) return new CellCode(language is null ? CellLanguage.CSharp : Known(language), source, source, null, null);
        var magic = match.Groups["magic"].Value;
        var text = source.Remove(match.Index, match.Length).Insert(match.Index, new string('\n', match.Value.Count(c => c == '\n')));
        var rest = match.Groups["rest"].Value.Trim();
        if (Known(magic) is not { } known) return new CellCode(null, source, source, null, magic);
        if (rest.Length == 0) return new CellCode(known, text, source, null, magic);
        var name = known == CellLanguage.Sql ? NameOption().Match(rest) : Match.Empty;
        return name.Success
            ? new CellCode(known, text, source, name.Groups["name"].Value, magic)
            : throw new FormatException($"'{rest}' is no option of #!{magic}. {(known == CellLanguage.Sql ? "Write #!sql, or #!sql --name people to keep the result as the C# variable people." : "The line has no options.")}");
    }

    private static CellLanguage? Known(string name) => Languages.TryGetValue(name, out var language) ? language : null;

    [GeneratedRegex(@"\A(?:[ \t]*\r?\n)*[ \t]*#!(?<magic>[A-Za-z#][\w#-]*)(?<rest>[^\n]*)(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"\A--name[ =]+(?<name>@?[A-Za-z_]\w*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameOption();
}

/// <summary>A language that cells are run in.</summary>
internal enum CellLanguage
{
    /// <summary>C# as a script.</summary>
    CSharp,

    /// <summary>SQL on the workspace.</summary>
    Sql,
}
