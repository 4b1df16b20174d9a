using CtmsAnalytics.Notebooks.Sessions.Assistance;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Completion and inspection of cells, C# and SQL.</summary>
/// <param name="csharp">The C# cells of the session.</param>
/// <param name="sql">The SQL cells of the session.</param>
internal sealed class CellAssistance(CSharpCells csharp, SqlCells sql)
{
    private static readonly CompletionItem[] Languages = [new("#!csharp", "keyword"), new("#!sql", "keyword")];

    private readonly CSharpInspection _inspection = new();
    private readonly SqlAssistance _sql = new(sql, csharp);

    public Completion Complete(string source, int position)
    {
        var at = Math.Clamp(position, 0, source.Length);
        var written = source[..at].TrimStart();
        if (written.StartsWith('#') && !written.Contains('\n')) return new Completion(at - written.Length, at, [.. Languages.Where(l => l.Text.StartsWith(written, StringComparison.Ordinal))]);
        if (Part(source, at) is not var (cell, shift)) return new Completion(at, at, []);
        var found = cell.Language == CellLanguage.Sql ? _sql.Complete(cell.Text, at - shift) : CSharpCompletion.Complete(csharp, cell.Text, at - shift);
        return found with { Start = found.Start + shift, End = found.End + shift };
    }

    public Inspection? Inspect(string source, int position)
    {
        var at = Math.Clamp(position, 0, source.Length);
        if (Part(source, at) is not var (cell, shift)) return null;
        return cell.Language == CellLanguage.Sql ? _sql.Inspect(cell.Text, at - shift) : _inspection.Inspect(csharp, cell.Text, at - shift);
    }

    public static bool IsComplete(string source) =>
        SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script)));

    /// <summary>The code behind the line that names its language, and by how many characters it stands earlier than in the cell; null in that line and in other languages.</summary>
    private static (CellCode Cell, int Shift)? Part(string source, int position)
    {
        try
        {
            var cell = CellCode.Of(source, null);
            var shift = source.Length - cell.Text.Length;
            return cell.Language is null || position < shift ? null : (cell, shift);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
