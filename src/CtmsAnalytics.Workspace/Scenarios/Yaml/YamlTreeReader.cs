using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CtmsAnalytics.Workspace.Scenarios.Yaml;

/// <summary>Reads YAML text into nodes with their places. Reads one document without anchors, aliases and tags: a text cannot grow past its size.</summary>
internal sealed class YamlTreeReader
{
    private const int MostLevels = 16;

    // A hundred times the largest shipped scenario.
    private const int MostNodes = 50_000;

    private readonly string _file;
    private readonly FileKind _kind;
    private readonly ProblemList _problems;
    private readonly Parser _parser;
    private int _nodes;
    private bool _stopped;

    private YamlTreeReader(string file, string text, FileKind kind, ProblemList problems)
    {
        _file = file;
        _kind = kind;
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a document.</summary>
    /// <param name="file">File name for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="kind">What the file is about.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The map that the document is; null after a problem.</returns>
    public static YamlMap? Read(string file, string text, FileKind kind, ProblemList problems)
    {
        if (FindTab(file, text) is { } tab)
        {
            problems.Add(tab, "The line is indented with a tab.", "Indent with spaces.");
            return null;
        }

        const string Advice = "Check the indentation, colons, brackets and quotes here and on the line before.";
        var reader = new YamlTreeReader(file, text, kind, problems);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            var at = new SourceLocation(file, (int)Math.Max(1, exception.Start.Line), (int)Math.Max(1, exception.Start.Column));
            problems.Add(at, $"This is not YAML: {Sentence(exception.Message)}", Advice);
        }
        catch (InvalidOperationException)
        {
            // The parser's answer to some unbalanced brackets; what it read last is where they are.
            problems.Add(reader._parser.Current is { } last ? reader.At(last) : new SourceLocation(file, 1, 1), "This is not YAML from here on.", Advice);
        }

        return null;
    }

    private static SourceLocation? FindTab(string file, string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var indent = line[..^line.TrimStart(" \t").Length];
            if (indent.Contains('\t') && indent.Length < line.Length) return new SourceLocation(file, number, indent.IndexOf('\t') + 1);
        }

        return null;
    }

    private static string Sentence(string message)
    {
        var text = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return text.Length == 0 ? "it cannot be read." : char.ToLowerInvariant(text[0]) + text[1..] + ".";
    }

    private YamlMap? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _problems.Add(new SourceLocation(_file, 1, 1), "The file is empty.", _kind.Least);
            return null;
        }

        var root = ReadNode(1);
        if (_stopped) return null;
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _problems.Add(At(second), "A second document begins here.", $"Keep one {_kind.Subject} per file, without '---' inside it.");
            return null;
        }

        if (root is YamlMap map) return map;
        if (root is not null) _problems.Add(root.At, $"The file holds {root.Kind}.", _kind.Shape);
        return null;
    }

    /// <summary>Reads a node. Null after a problem that has been reported, and the reader stands behind the node.</summary>
    private YamlNode? ReadNode(int level)
    {
        var current = _parser.Current ?? throw new InvalidOperationException("The document ended inside a value.");
        var at = At(current);
        if (current is AnchorAlias alias)
        {
            _parser.MoveNext();
            _problems.Add(at, $"The alias *{ProblemList.Quote(alias.Value.Value).Trim('\'')} stands for another value.", _kind.Sharing);
            return null;
        }

        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _problems.Add(at, $"The anchor &{ProblemList.Quote(anchored.Anchor.Value).Trim('\'')} names a value.", $"Remove it: {_kind.Name} files have no anchors.");
        }

        if (current is NodeEvent { Tag.IsEmpty: false } tagged && !(tagged is Scalar { Tag.IsNonSpecific: true }))
        {
            _problems.Add(at, $"The tag {ProblemList.Quote(tagged.Tag.Value)} gives a value a type.", "Remove it: the type follows from the key.");
        }

        if (level > MostLevels)
        {
            _problems.Add(at, $"Values are nested more than {MostLevels} deep.", $"{_kind.Noun} is never that deep.");
            // Reading on would cost time that grows with the square of the depth.
            _stopped = true;
            return null;
        }

        if (++_nodes > MostNodes)
        {
            _problems.Add(at, $"The file holds more than {MostNodes} keys and values.", $"{_kind.Noun} is never that large.");
            _stopped = true;
            return null;
        }

        switch (current)
        {
            case MappingStart:
                return ReadMap(at, level);
            case SequenceStart:
                return ReadList(at, level);
            default:
                var scalar = _parser.Consume<Scalar>();
                return new YamlScalar(at, scalar.Value, scalar.Style == ScalarStyle.Plain);
        }
    }

    private YamlMap ReadMap(SourceLocation at, int level)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var places = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        while (!_stopped && !_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(level + 1);
            var value = _stopped ? null : ReadNode(level + 1);
            if (key is null) continue;
            if (key is not YamlScalar name)
            {
                _problems.Add(key.At, $"A key is {key.Kind}.", "A key is a name.");
            }
            else if (!places.TryAdd(name.Text, key.At))
            {
                _problems.Add(key.At, $"The key {ProblemList.Quote(name.Text)} stands twice; first on line {places[name.Text].Line}.", "Keep one of them.");
            }
            else if (value is not null)
            {
                entries.Add(new YamlEntry(name.Text, key.At, value));
            }
        }

        return new YamlMap(at, entries);
    }

    private YamlList ReadList(SourceLocation at, int level)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_stopped && !_parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadNode(level + 1) is { } item) items.Add(item);
        }

        return new YamlList(at, items);
    }

    private SourceLocation At(ParsingEvent parsed) => new(_file, (int)parsed.Start.Line, (int)parsed.Start.Column);
}
