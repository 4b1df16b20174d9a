namespace CtmsAnalytics.Workspace.Scenarios.Yaml;

/// <summary>A value of a scenario file with its place.</summary>
/// <param name="at">Where the value begins.</param>
internal abstract class YamlNode(SourceLocation at)
{
    /// <summary>Where the value begins.</summary>
    public SourceLocation At { get; } = at;

    /// <summary>The kind of value in words, for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>Keys and values, in the order of the file.</summary>
internal sealed class YamlMap(SourceLocation at, IReadOnlyList<YamlEntry> entries) : YamlNode(at)
{
    /// <summary>The entries; keys are unique.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string Kind => "a map of keys and values";

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? this[string key] => Entries.FirstOrDefault(e => e.Key == key)?.Value;
}

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyAt">Where the key begins.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(string Key, SourceLocation KeyAt, YamlNode Value);

/// <summary>A list.</summary>
internal sealed class YamlList(SourceLocation at, IReadOnlyList<YamlNode> items) : YamlNode(at)
{
    /// <summary>The items.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>A single value as it was written.</summary>
internal sealed class YamlScalar(SourceLocation at, string text, bool plain) : YamlNode(at)
{
    /// <summary>The text, without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>True when the text was written without quotes, so that it can be a number, a date, true, false or null.</summary>
    public bool Plain { get; } = plain;

    /// <summary>True for <c>null</c>, <c>~</c> and nothing at all.</summary>
    public bool IsNull => Plain && (Text is "" or "~" or "null" or "Null" or "NULL");

    /// <inheritdoc/>
    public override string Kind => Text.Length == 0 ? "nothing" : IsNull ? "null" : ProblemList.Quote(Text);
}
