using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CtmsAnalytics.Notebooks.Sessions.Assistance;

/// <summary>What may stand at a place of a C# cell, from the compiler's own view of the cell as far as it is written.</summary>
/// <remarks>Looked up in the session's own compilation: it knows every variable, reference and import of the cells before, and needs no second picture of them.</remarks>
internal static class CSharpCompletion
{
    private static readonly string[] Keywords =
    [
        .. SyntaxFacts.GetReservedKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText).Where(k => k.All(char.IsAsciiLetterLower)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Finds the candidates.</summary>
    /// <param name="cells">The cells before.</param>
    /// <param name="code">The cell.</param>
    /// <param name="position">Place in it.</param>
    /// <returns>The candidates that begin with what is written, letter case ignored.</returns>
    public static Completion Complete(CSharpCells cells, string code, int position)
    {
        var start = WordAt.Start(code, position);
        var compilation = cells.Submission(code, "completion").GetCompilation();
        var tree = compilation.SyntaxTrees.Last();
        var before = start == 0 ? default : tree.GetRoot().FindToken(start - 1);
        if (IsText(tree, start)) return new Completion(position, position, []);
        var word = code[start..position];
        var model = compilation.GetSemanticModel(tree);
        var found = Left(before, start) is { } left ? Members(model, left, start) : InScope(model, before, start, word);
        return new Completion(start, position, [.. found.Where(c => c.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase)).DistinctBy(c => c.Text)]);
    }

    /// <summary>Whether a place lies in a comment or in text.</summary>
    private static bool IsText(SyntaxTree tree, int position)
    {
        var root = tree.GetRoot();
        var trivia = root.FindTrivia(position == 0 ? 0 : position - 1);
        if (trivia.Kind() is SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia) return true;
        if (position == 0) return false;
        var token = root.FindToken(position - 1);
        return token.Kind() switch
        {
            SyntaxKind.InterpolatedStringTextToken => true,
            SyntaxKind.NumericLiteralToken => token.Span.Contains(position - 1),
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken =>
                token.SpanStart < position && (position < token.Span.End || token.ContainsDiagnostics),
            _ => false,
        };
    }

    /// <summary>What stands before a dot; null where the place follows none.</summary>
    private static ExpressionSyntax? Left(SyntaxToken token, int start) => !token.IsKind(SyntaxKind.DotToken) || token.Span.End > start ? null : token.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax name => name.Left,
        MemberBindingExpressionSyntax { Parent: { } parent } => parent.AncestorsAndSelf().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
        _ => null,
    };

    private static IEnumerable<CompletionItem> Members(SemanticModel model, ExpressionSyntax left, int position)
    {
        // An unfinished line can read like a declaration of the next one's type; what stands before the dot is an expression all the same.
        var isName = left.Parent is QualifiedNameSyntax;
        var expression = isName ? SyntaxFactory.ParseExpression(left.ToString()) : left;
        var symbol = isName ? model.GetSpeculativeSymbolInfo(left.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol : model.GetSymbolInfo(left).Symbol;
        if (symbol is INamespaceOrTypeSymbol container)
            return Items(model.LookupSymbols(position, container).Where(s => s is INamespaceOrTypeSymbol || s.IsStatic), byName: true);
        var type = isName ? model.GetSpeculativeTypeInfo(left.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type : model.GetTypeInfo(left).Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && left.Parent is ConditionalAccessExpressionSyntax) type = nullable.TypeArguments[0];
        if (type is null or IErrorTypeSymbol || type.SpecialType == SpecialType.System_Void) return [];
        return Items(model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(s => !s.IsStatic && s is not ITypeSymbol), byName: false);
    }

    private static IEnumerable<CompletionItem> InScope(SemanticModel model, SyntaxToken before, int position, string word)
    {
        if (before.Parent is UsingDirectiveSyntax) return Items(model.LookupNamespacesAndTypes(position).Where(s => s is INamespaceSymbol), byName: true);
        if (before.IsKind(SyntaxKind.NewKeyword)) return Items(model.LookupNamespacesAndTypes(position), byName: true);
        var properties = Initialised(model, before) is { } type ? Items(model.LookupSymbols(position, type).Where(s => s is IPropertySymbol { IsStatic: false, SetMethod: not null }), byName: true) : [];
        var own = model.LookupSymbols(position).Where(s => s.ContainingType?.SpecialType != SpecialType.System_Object).ToList();
        var values = own.Where(s => s is not INamespaceOrTypeSymbol);
        var names = own.Where(s => s is INamespaceOrTypeSymbol);
        var keywords = word.Length == 0 ? [] : Keywords.Select(k => new CompletionItem(k, "keyword"));
        return [.. properties, .. Items(values, byName: true), .. keywords, .. Items(names, byName: true)];
    }

    /// <summary>The type whose properties the initializer at a place sets; null for none.</summary>
    private static ITypeSymbol? Initialised(SemanticModel model, SyntaxToken before) =>
        before.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken && before.Parent is InitializerExpressionSyntax { Parent: ExpressionSyntax creation } ? model.GetTypeInfo(creation).Type : null;

    /// <summary>Own members before extension methods, and what every object has last.</summary>
    private static IEnumerable<CompletionItem> Items(IEnumerable<ISymbol> symbols, bool byName) => symbols
        .Where(s => s.CanBeReferencedByName && !s.IsImplicitlyDeclared)
        .OrderBy(s => byName ? 0 : s.ContainingType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType ? 2 : s is IMethodSymbol { ReducedFrom: not null } ? 1 : 0)
        .ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase)
        .Select(s => new CompletionItem(s.Name, Kind(s)));

    private static string Kind(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IRangeVariableSymbol or IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IParameterSymbol => "parameter",
        IMethodSymbol { ContainingType.IsScriptClass: true } or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => "function",
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum member",
        IFieldSymbol => "field",
        IEventSymbol => "event",
        INamespaceSymbol => "namespace",
        ITypeSymbol type => type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Enum => "enum",
            TypeKind.Struct => "struct",
            TypeKind.Delegate => "delegate",
            _ => "class",
        },
        _ => "variable",
    };
}
