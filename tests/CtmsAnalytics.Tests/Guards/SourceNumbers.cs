using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CtmsAnalytics.Tests.Guards;

/// <summary>A number that stands in code.</summary>
/// <param name="File">File below <c>src/</c>, with forward slashes.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Value">The number without its sign.</param>
/// <param name="Text">The number as it is written.</param>
public sealed record SourceNumber(string File, int Line, double Value, string Text)
{
    public override string ToString() => $"src/{File}:{Line}: {Text}";
}

/// <summary>
/// Reads the numbers of C# code with the compiler's own parser. Left out are numbers that name instead of counting: those that enumerations give to their names,
/// and the columns of a query's row (<c>r.GetInt64(12)</c>, <c>r.IsDBNull(15)</c>).
/// </summary>
internal static class SourceNumbers
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    public static string SourceFolder { get; } = Path.Combine(Data.RepositoryData.Root, "src");

    /// <summary>Every file of the product, by its path below <c>src/</c>.</summary>
    public static IEnumerable<(string File, string Text)> Files() =>
        from path in Directory.EnumerateFiles(SourceFolder, "*.cs", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(SourceFolder, path).Replace('\\', '/')
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        orderby file
        select (file, File.ReadAllText(path));

    public static IReadOnlyList<SourceNumber> Of(string file, string text) =>
    [
        .. from token in Parse(text).DescendantTokens()
           where token.IsKind(SyntaxKind.NumericLiteralToken) && !IsName(token)
           select new SourceNumber(
               file,
               token.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
               Convert.ToDouble(token.Value, CultureInfo.InvariantCulture),
               token.Text),
    ];

    /// <summary>Every text that stands in code, the pieces of interpolated ones included.</summary>
    public static IEnumerable<string> Texts(string text) =>
        from token in Parse(text).DescendantTokens()
        where token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
        select token.ValueText;

    private static bool IsName(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<EnumMemberDeclarationSyntax>() is not null
        || token.Parent?.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } list } && list.ArgumentList.Arguments.Count == 1
            && call.Name.Identifier.Text is var name && (name == "IsDBNull" || name.StartsWith("Get", StringComparison.Ordinal));

    private static SyntaxNode Parse(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, Options);
        var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? tree.GetRoot() : throw new FormatException($"The code cannot be read, so that its numbers would go unseen: {errors[0]}");
    }
}
