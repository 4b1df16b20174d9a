using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Completion and inspection of C# cells.</summary>
internal static class CellAssistance
{
    public static Completion Complete(CSharpCells cells, string source, int position) => new(position, position, []);

    public static Inspection? Inspect(CSharpCells cells, string source, int position) => null;

    public static bool IsComplete(string source) =>
        SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script)));
}
