using System.Globalization;

namespace CtmsAnalytics.Diagnostics;

/// <summary>Something wrong with an input, in the order in which a person wants to read it: where, what happened, what would be right.</summary>
/// <param name="File">File as the user named it.</param>
/// <param name="Line">Line in the file, from 1; null where there is none.</param>
/// <param name="Column">Column in the line, from 1; null where there is none.</param>
/// <param name="What">What is wrong, one sentence.</param>
/// <param name="Right">What would be right, one sentence; empty where the first sentence already says it.</param>
public sealed record InputProblem(string File, int? Line, int? Column, string What, string Right)
{
    /// <summary>The problem in one line: <c>file:line:column: what. right.</c></summary>
    /// <returns>The line.</returns>
    public override string ToString()
    {
        var where = (Line, Column) switch
        {
            (null, _) => File,
            ({ } line, null) => string.Create(CultureInfo.InvariantCulture, $"{File}:{line}"),
            ({ } line, { } column) => string.Create(CultureInfo.InvariantCulture, $"{File}:{line}:{column}"),
        };
        return Right.Length == 0 ? $"{where}: {What}" : $"{where}: {What} {Right}";
    }
}
