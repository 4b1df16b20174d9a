using System.Globalization;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Why a cell failed, as the command line tells errors: where, what happened, what would be right.</summary>
/// <param name="Kind">Kind of the error: a compiler's code such as <c>CS0103</c>, the name of an exception's type, <c>Interrupted</c>, <c>TimedOut</c> or <c>OutOfMemory</c>.</param>
/// <param name="Line">Line in the cell, from 1; null where it is not known.</param>
/// <param name="Column">Column in the line, from 1; null where it is not known.</param>
/// <param name="Message">What happened, with its hint where there is one.</param>
/// <param name="Context">Lines of the cell around the place, with a mark under the column; further errors of the compiler below. Plain text lines, empty where the line is not known.</param>
public sealed record CellError(string Kind, int? Line, int? Column, string Message, IReadOnlyList<string> Context)
{
    /// <summary>The error as lines: its place and message first, the lines of the cell below.</summary>
    /// <param name="cell">Name of the cell before the place; null for none.</param>
    /// <returns>One line or more.</returns>
    public IReadOnlyList<string> Lines(string? cell = null)
    {
        var place = (Line, Column) switch
        {
            (null, _) => null,
            ({ } line, null) => string.Create(CultureInfo.InvariantCulture, $"line {line}"),
            ({ } line, { } column) => string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}"),
        };
        string?[] where = [cell, place];
        var prefix = string.Join(", ", where.Where(w => w is not null));
        return [$"{(prefix.Length == 0 ? "" : $"{prefix}: ")}{Kind}: {Message}", .. Context];
    }
}
