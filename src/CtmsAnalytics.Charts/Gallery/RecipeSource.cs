namespace CtmsAnalytics.Charts.Gallery;

/// <summary>Cuts the code of a recipe out of its source file, which is built into the library, so that what is shown is what runs.</summary>
internal static class RecipeSource
{
    private const string Signature = "    public static ChartSpec Build(ChartSize size)";
    private const string Indent = "        ";

    /// <summary>The namespaces that the recipe uses, and the body of its method.</summary>
    /// <param name="type">The recipe's class.</param>
    /// <returns>C# code without the method's indentation, ended by line feeds.</returns>
    /// <exception cref="InvalidOperationException">The library was built without the file, or the file is not written as recipes are.</exception>
    public static string Of(Type type)
    {
        using var stream = type.Assembly.GetManifestResourceStream("recipe." + type.Name) ?? throw new InvalidOperationException($"The source of recipe '{type.Name}' is not built into the library.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, l => l == Signature);
        var last = Array.FindIndex(lines, first + 1, l => l == "    }");
        if (first < 0 || last < 0) throw new InvalidOperationException($"The source of recipe '{type.Name}' has no method '{Signature.Trim()}'.");
        var body = lines[(first + 2)..last].Select(l => l.StartsWith(Indent, StringComparison.Ordinal) ? l[Indent.Length..] : l);
        return string.Join('\n', lines.Where(l => l.StartsWith("using ", StringComparison.Ordinal)).Append("using CtmsAnalytics.Charts;").Order(StringComparer.Ordinal).Concat(["", .. body]));
    }
}
