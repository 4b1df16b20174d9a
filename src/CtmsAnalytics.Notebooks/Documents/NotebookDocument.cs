using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Notebooks.Documents;

/// <summary>A notebook file (.ipynb, nbformat 4). What is not understood here is kept as it is.</summary>
public sealed class NotebookDocument
{
    private const int Major = 4;
    private const int Minor = 5;

    private readonly JsonObject _root;
    private readonly List<NotebookCell> _cells;

    private NotebookDocument(JsonObject root, List<NotebookCell> cells) => (_root, _cells) = (root, cells);

    /// <summary>The cells from the top.</summary>
    public IReadOnlyList<NotebookCell> Cells => _cells;

    /// <summary>Whether outputs hold nothing that differs from run to run: no timings.</summary>
    /// <value>The notebook's metadata <c>ctms.stable</c>; default false.</value>
    public bool IsStable => Metadata["ctms"] is JsonObject own && own["stable"] is JsonValue value && value.TryGetValue<bool>(out var stable) && stable;

    /// <summary>Language of the notebook's cells as its metadata name it, for example <c>C#</c> or <c>python</c>; null where they do not.</summary>
    public string? Language => TextOf(Metadata["kernelspec"]?["language"]) ?? TextOf(Metadata["language_info"]?["name"]);

    private JsonObject Metadata => (JsonObject)_root["metadata"]!;

    /// <summary>A notebook without cells, whose kernel is the one that <c>ctms kernel install</c> puts in place.</summary>
    /// <returns>The notebook.</returns>
    public static NotebookDocument Create() => new(
        new JsonObject
        {
            ["cells"] = new JsonArray(),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = "CtmsAnalytics (C#)", ["language"] = "C#", ["name"] = "ctms" },
                ["language_info"] = new JsonObject { ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "C#", ["pygments_lexer"] = "csharp" },
            },
            ["nbformat"] = Major,
            ["nbformat_minor"] = Minor,
        },
        []);

    /// <summary>Reads a notebook.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Name of the file in errors.</param>
    /// <returns>The notebook, as format 4.5: cells without an id get one from their place.</returns>
    /// <exception cref="InputException">The text is no notebook of format 4.</exception>
    public static NotebookDocument Parse(string text, string file)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Bad(file, null, null, "The file is empty, so that it is no notebook. Start one with ctms notebook new.");
        JsonObject root;
        try
        {
            root = JsonNode.Parse(text) as JsonObject ?? throw Bad(file, null, null, "The file holds no JSON object, so that it is no notebook.");
        }
        catch (JsonException exception)
        {
            throw Bad(file, exception.LineNumber + 1, exception.BytePositionInLine + 1, "The file is not JSON, so that it is no notebook: " + exception.Message.Split([" Path:", " LineNumber:"], StringSplitOptions.None)[0]);
        }

        if (root["nbformat"] is not JsonValue format || !format.TryGetValue<int>(out var major)) throw Bad(file, null, null, "The file has no number 'nbformat', so that it is no notebook.");
        if (major != Major) throw Bad(file, null, null, string.Create(CultureInfo.InvariantCulture, $"The notebook has format {major}, and format {Major} is read here. Open and save it with Jupyter, or run jupyter nbconvert --to notebook --nbformat {Major}."));
        if (root["cells"] is not JsonArray cells) throw Bad(file, null, null, "The notebook has no list 'cells'.");
        if (root["metadata"] is not JsonObject) root["metadata"] = new JsonObject();
        var read = new List<NotebookCell>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not JsonObject cell || (string?)cell["cell_type"] is not ("code" or "markdown" or "raw"))
                throw Bad(file, null, null, string.Create(CultureInfo.InvariantCulture, $"Cell {i + 1} is no code, Markdown or raw cell."));
            read.Add(new NotebookCell((JsonObject)cell.DeepClone()));
            read[^1].EnsureId(i, ids);
        }

        root["nbformat_minor"] = Math.Max(Minor, (int?)root["nbformat_minor"] ?? 0);
        return new NotebookDocument(root, read);
    }

    /// <summary>The notebook as the text of a file, in the way that Jupyter writes it: sorted keys, one space of indentation.</summary>
    /// <returns>JSON with a line end at the close.</returns>
    public string ToJson()
    {
        var root = (JsonObject)_root.DeepClone();
        root["cells"] = new JsonArray([.. _cells.Select(c => (JsonNode)c.ToJson())]);
        return NotebookJson.Write(root);
    }

    /// <summary>A copy that may be changed apart from this one.</summary>
    /// <returns>The copy.</returns>
    public NotebookDocument Clone() => new((JsonObject)_root.DeepClone(), [.. _cells.Select(c => new NotebookCell(c.ToJson()))]);

    /// <summary>Puts a cell into the notebook.</summary>
    /// <param name="index">Place, from 0.</param>
    /// <param name="cell">The cell.</param>
    public void Insert(int index, NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        _cells.Insert(index, cell);
        cell.EnsureId(index, [.. _cells.Where(c => !ReferenceEquals(c, cell)).Select(c => c.Id)]);
    }

    /// <summary>Takes a cell out.</summary>
    /// <param name="index">Place, from 0.</param>
    public void RemoveAt(int index) => _cells.RemoveAt(index);

    /// <summary>Whether notebooks in a language are run here.</summary>
    /// <param name="language">Name of a language, letter case ignored.</param>
    /// <returns>True for C#, SQL and what other hosts call them.</returns>
    public static bool IsRun(string language) => language.ToUpperInvariant() is "C#" or "CSHARP" or ".NET" or "POLYGLOT-NOTEBOOK" or "POLYGLOT NOTEBOOK" or "SQL";

    /// <summary>Says in the notebook's metadata whether its outputs are to be the same bytes in every run.</summary>
    /// <param name="stable">Whether they are.</param>
    public void SetStable(bool stable)
    {
        if (Metadata["ctms"] is not JsonObject) Metadata["ctms"] = new JsonObject();
        Metadata["ctms"]!["stable"] = stable;
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static InputException Bad(string file, long? line, long? column, string what) => new([new InputProblem(file, (int?)line, (int?)column, what, "")]);
}
