using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CtmsAnalytics.Notebooks.Sessions.Assistance;

/// <summary>What is known of a name in a C# cell: its declaration, its documentation and, for a variable, its value.</summary>
internal sealed class CSharpInspection
{
    private const int MostCharacters = 500;
    private static readonly SymbolDisplayFormat Declaration = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    private readonly DocumentationFiles _documentation = new();

    /// <summary>Looks a name up.</summary>
    /// <param name="cells">The cells before.</param>
    /// <param name="code">The cell.</param>
    /// <param name="position">Place in it: in the name, at its end, or among the arguments of a call of it.</param>
    /// <returns>Null where there is no name or nothing is known of it.</returns>
    public Inspection? Inspect(CSharpCells cells, string code, int position)
    {
        var compilation = cells.Submission(code, "inspection").GetCompilation();
        var tree = compilation.SyntaxTrees.Last();
        if (NameAt(tree.GetRoot(), position) is not { } name) return null;
        var model = compilation.GetSemanticModel(tree);
        var info = model.GetSymbolInfo(name);
        var symbols = info.Symbol is { } one ? [one] : !info.CandidateSymbols.IsEmpty ? info.CandidateSymbols : model.GetDeclaredSymbol(name) is { } declared ? [declared] : model.GetMemberGroup(name);
        if (symbols.IsEmpty || symbols[0] is IErrorTypeSymbol) return null;
        var symbol = symbols[0];
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && name is SimpleNameSyntax && symbol.ContainingType.IsScriptClass) return null;
        var others = symbols.Length - 1;
        return new Inspection(Signature(symbol) + (others == 0 ? "" : $" (+ {others} more)"), _documentation.Of(symbol, compilation), Value(cells, symbol));
    }

    private static SyntaxNode? NameAt(SyntaxNode root, int position)
    {
        var token = Identifier(root.FindToken(Math.Min(position, root.FullSpan.End)), position);
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0) token = Identifier(root.FindToken(position - 1), position);
        if (token.IsKind(SyntaxKind.IdentifierToken) && !token.IsMissing) return token.Parent;
        if (position == 0) return null;
        // Among the arguments of a call: what is called.
        return root.FindToken(position - 1).Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>().FirstOrDefault(a => a.SpanStart < position)?.Parent switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
            InvocationExpressionSyntax { Expression: SimpleNameSyntax called } => called,
            ObjectCreationExpressionSyntax creation => creation,
            _ => null,
        };
    }

    private static SyntaxToken Identifier(SyntaxToken token, int position) => token.Span.Start <= position && position <= token.Span.End ? token : default;

    private static string Signature(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { ContainingType.IsScriptClass: true } field => $"{field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {field.Name}",
        ILocalSymbol local => $"{local.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {local.Name}",
        IMethodSymbol { ContainingType.IsScriptClass: true } => symbol.ToDisplayString(Declaration.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)),
        _ => symbol.ToDisplayString(Declaration),
    };

    /// <summary>The value of a variable in one line. A sequence that would have to be worked out is not.</summary>
    private static string? Value(CSharpCells cells, ISymbol symbol)
    {
        if (symbol is not IFieldSymbol { ContainingType.IsScriptClass: true } || cells.Variables.FirstOrDefault(v => v.Name == symbol.Name) is not { } variable) return null;
        if (variable.Value is System.Collections.IEnumerable and not System.Collections.ICollection and not string) return null;
        var text = (Workspace.Display.DisplayTable.Text(variable.Value) ?? "null").ReplaceLineEndings(" ");
        return text.Length <= MostCharacters ? text : text[..MostCharacters] + "...";
    }
}
