using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Words the errors of cells: where, what happened, and the lines around it.</summary>
internal static class CellErrors
{
    private const int LinesAround = 2;
    private const int MostFurther = 9;
    private const string CellPrefix = "cell ";

    /// <summary>What the compiler found: the first error in full, the others a line each.</summary>
    public static CellError OfCompiler(ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> errors, string code)
    {
        var ordered = errors.OrderBy(e => e.Location.SourceSpan.Start).ToList();
        var first = ordered[0];
        var place = first.Location.GetLineSpan().StartLinePosition;
        var error = At(first.Id, place.Line + 1, place.Character + 1, first.GetMessage(CultureInfo.InvariantCulture), code);
        var further = ordered.Skip(1).Take(MostFurther).Select(e => string.Create(
            CultureInfo.InvariantCulture,
            $"{e.Location.GetLineSpan().StartLinePosition.Line + 1}:{e.Location.GetLineSpan().StartLinePosition.Character + 1}: {e.Id}: {e.GetMessage(CultureInfo.InvariantCulture)}"));
        return error with { Context = [.. error.Context, .. further] };
    }

    /// <summary>An error with its place in the cell.</summary>
    public static CellError At(string kind, int? line, int? column, string message, string code) => new(kind, line, column, message, Around(code, line, column));

    /// <summary>What the cell's code threw, where in the cells it was thrown, and what lies below it.</summary>
    public static CellError OfException(Exception thrown, string code, string cellName)
    {
        var exception = thrown is AggregateException { InnerExceptions: [var only] } ? only : thrown;
        var places = PlacesOf(exception);
        int? line = places.Where(p => p.Cell == cellName).Select(p => (int?)p.Line).FirstOrDefault();
        var message = exception is OutOfMemoryException
            ? "The cell asked for more memory than the session may have. Keep fewer rows or draws at a time, or start the session with more memory."
            : exception.Message;
        var error = At(exception.GetType().Name, line, null, message, code);
        return error with { Context = [.. error.Context, .. Origin(places, cellName), .. Causes(exception)] };
    }

    /// <summary>Where code of an earlier cell threw what this cell called.</summary>
    private static IEnumerable<string> Origin(List<(string Cell, int Line)> places, string cellName) =>
        places.Take(1).Where(p => p.Cell != cellName).Select(p => string.Create(CultureInfo.InvariantCulture, $"thrown in {p.Cell}, line {p.Line}"));

    /// <summary>What lies below an error; errors of the product say it themselves.</summary>
    private static IEnumerable<string> Causes(Exception exception)
    {
        if (exception is InputException or Parameters.ParameterException or Charts.Rendering.ChartRenderException) yield break;
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException) yield return $"because of {inner.GetType().Name}: {inner.Message}";
    }

    /// <summary>Lines of cells that an exception went through, from where it was thrown; those of its causes first.</summary>
    private static List<(string Cell, int Line)> PlacesOf(Exception exception)
    {
        var places = new List<(string, int)>();
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            places.InsertRange(0, new StackTrace(inner, fNeedFileInfo: true).GetFrames()
                .Select(f => (File: Path.GetFileName(f.GetFileName()), Line: f.GetFileLineNumber()))
                .Where(f => f.Line > 0 && f.File is { } file && file.StartsWith(CellPrefix, StringComparison.Ordinal))
                .Select(f => (f.File!, f.Line)));
        }

        return places;
    }

    private static List<string> Around(string code, int? place, int? column)
    {
        if (place is not { } line) return [];
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var context = new List<string>();
        var width = string.Create(CultureInfo.InvariantCulture, $"{Math.Min(lines.Length, line + LinesAround)}").Length;
        for (var i = Math.Max(1, line - LinesAround); i <= Math.Min(lines.Length, line + LinesAround); i++)
        {
            context.Add(string.Create(CultureInfo.InvariantCulture, $"{(i == line ? '>' : ' ')} {i.ToString(CultureInfo.InvariantCulture).PadLeft(width)} | {lines[i - 1]}"));
            if (i == line && column is { } at && at <= lines[i - 1].Length + 1) context.Add($"  {new string(' ', width)} | {Indent(lines[i - 1], at - 1)}^");
        }

        return context;
    }

    /// <summary>White space as wide as the text before a column, with its tabs.</summary>
    private static string Indent(string line, int length) => string.Concat(line[..length].Select(c => c == '\t' ? '\t' : ' '));
}
