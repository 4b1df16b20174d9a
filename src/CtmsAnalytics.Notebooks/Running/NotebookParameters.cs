using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Notebooks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CtmsAnalytics.Notebooks.Running;

/// <summary>
/// Parameters of a notebook in papermill's convention: a cell tagged <c>parameters</c> declares them with their defaults, and what a run is given stands in a cell of its own behind it.
/// </summary>
public static class NotebookParameters
{
    /// <summary>The parameters that a notebook declares.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>Name and C# type of each, in the order of their declaration; empty where no cell has the tag.</returns>
    public static IReadOnlyList<(string Name, string Type)> Declared(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var cell = notebook.Cells.FirstOrDefault(c => c.IsCode && c.Tags.Contains(NotebookCell.ParametersTag));
        return cell is null ? [] : [.. Declarations(cell.Source).Select(d => (d.Name, d.Type))];
    }

    /// <summary>Puts values into a notebook.</summary>
    /// <param name="notebook">The notebook; it is changed.</param>
    /// <param name="values">Name and text of each value. The text is a value and never code.</param>
    /// <param name="file">Name of the notebook in errors.</param>
    /// <exception cref="InputException">The notebook declares no such parameter, or the text is no value of its type.</exception>
    public static void Inject(NotebookDocument notebook, IReadOnlyDictionary<string, string> values, string file)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(values);
        for (var i = notebook.Cells.Count - 1; i >= 0; i--)
        {
            if (notebook.Cells[i].Tags.Contains(NotebookCell.InjectedTag)) notebook.RemoveAt(i);
        }

        if (values.Count == 0) return;
        var at = notebook.Cells.ToList().FindIndex(c => c.IsCode && c.Tags.Contains(NotebookCell.ParametersTag));
        if (at < 0) throw new InputException($"{file}: The notebook has no parameters: no code cell has the tag '{NotebookCell.ParametersTag}'. Declare them in such a cell, for example: var year = 2028;");
        var declared = Declarations(notebook.Cells[at].Source).ToDictionary(d => d.Name, StringComparer.Ordinal);
        var lines = new List<string> { "// Parameters" };
        foreach (var (name, text) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            if (!declared.TryGetValue(name, out var parameter)) throw new InputException($"{file}: The notebook has no parameter '{name}'. It has {string.Join(", ", declared.Keys)}.");
            var literal = Literal(parameter.Type, text)
                ?? throw new InputException($"{file}: '{text}' is no value of the parameter '{name}', which is {parameter.Type}. Its default is {parameter.Default}.");
            lines.Add($"{(parameter.Type == "var" ? "var" : parameter.Type)} {name} = {literal};");
        }

        notebook.Insert(at + 1, NotebookCell.Code(string.Join('\n', lines), NotebookCell.InjectedTag));
    }

    private static List<(string Name, string Type, string Default)> Declarations(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script)).GetCompilationUnitRoot();
        return
        [
            .. from declaration in root.Members.OfType<FieldDeclarationSyntax>().Select(f => f.Declaration)
                .Concat(root.Members.OfType<GlobalStatementSyntax>().Select(g => g.Statement).OfType<LocalDeclarationStatementSyntax>().Select(s => s.Declaration))
               from variable in declaration.Variables
               let value = variable.Initializer?.Value
               where value is not null
               select (variable.Identifier.Text, declaration.Type.IsVar ? TypeOf(value) : declaration.Type.ToString(), value.ToString()),
        ];
    }

    /// <summary>The type of a default; text for what is neither a number nor true or false.</summary>
    private static string TypeOf(ExpressionSyntax value) => value switch
    {
        PrefixUnaryExpressionSyntax { Operand: var operand } => TypeOf(operand),
        LiteralExpressionSyntax { Token.Value: int } => "int",
        LiteralExpressionSyntax { Token.Value: uint } => "uint",
        LiteralExpressionSyntax { Token.Value: long } => "long",
        LiteralExpressionSyntax { Token.Value: double } => "double",
        LiteralExpressionSyntax { Token.Value: decimal } => "decimal",
        LiteralExpressionSyntax { Token.Value: bool } => "bool",
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString(),
        _ => "string",
    };

    private static string? Literal(string type, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        return type switch
        {
            "int" => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var number) ? number.ToString(invariant) : null,
            "uint" => uint.TryParse(text, NumberStyles.None, invariant, out var number) ? number.ToString(invariant) + "u" : null,
            "long" => long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var number) ? number.ToString(invariant) + "L" : null,
            "double" => double.TryParse(text, NumberStyles.Float, invariant, out var number) && double.IsFinite(number) ? number.ToString("R", invariant) + "d" : null,
            "decimal" => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, invariant, out var number) ? number.ToString(invariant) + "m" : null,
            "bool" => text is "true" or "false" ? text : null,
            "DateOnly" => DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day) ? string.Create(invariant, $"new DateOnly({day.Year}, {day.Month}, {day.Day})") : null,
            "string" or "string?" => SymbolDisplay.FormatLiteral(text, quote: true),
            _ => null,
        };
    }
}
