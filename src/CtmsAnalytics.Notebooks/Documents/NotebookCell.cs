using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Documents;

/// <summary>A cell of a notebook file.</summary>
public sealed class NotebookCell
{
    /// <summary>The tag of the cell that declares what a run may be given (papermill's convention).</summary>
    public const string ParametersTag = "parameters";

    /// <summary>The tag of the cell that holds what a run was given.</summary>
    public const string InjectedTag = "injected-parameters";

    private readonly JsonObject _cell;

    internal NotebookCell(JsonObject cell)
    {
        _cell = cell;
        if (cell["metadata"] is not JsonObject) cell["metadata"] = new JsonObject();
        if (IsCode && cell["outputs"] is not JsonArray) cell["outputs"] = new JsonArray();
    }

    /// <summary>Whether the cell holds code.</summary>
    public bool IsCode => (string?)_cell["cell_type"] == "code";

    /// <summary>Whether the cell holds Markdown.</summary>
    public bool IsMarkdown => (string?)_cell["cell_type"] == "markdown";

    /// <summary>The cell's id, unique in its notebook.</summary>
    public string Id => (string?)_cell["id"] ?? "";

    /// <summary>The text of the cell.</summary>
    public string Source => NotebookJson.ReadText(_cell["source"]);

    /// <summary>The tags of the cell.</summary>
    public IReadOnlyList<string> Tags => _cell["metadata"]!["tags"] is JsonArray tags ? [.. tags.Select(t => (string?)t ?? "")] : [];

    /// <summary>Language that the metadata names for the cell, as Polyglot Notebooks and .NET Interactive write it; null for none.</summary>
    public string? Language => (string?)(_cell["metadata"]!["polyglot_notebook"]?["kernelName"] ?? _cell["metadata"]!["dotnet_interactive"]?["language"]);

    /// <summary>Number of the execution that made the outputs; null where the cell was not run.</summary>
    public int? ExecutionCount => (int?)_cell["execution_count"];

    /// <summary>The outputs as the file holds them.</summary>
    public JsonArray Outputs => _cell["outputs"] as JsonArray ?? [];

    /// <summary>Makes a code cell.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="tags">Its tags.</param>
    /// <returns>The cell.</returns>
    public static NotebookCell Code(string source, params IReadOnlyList<string> tags) => Create("code", source, tags);

    /// <summary>Makes a Markdown cell.</summary>
    /// <param name="source">Its text.</param>
    /// <returns>The cell.</returns>
    public static NotebookCell Markdown(string source) => Create("markdown", source, []);

    /// <summary>Takes outputs and times away, as before a run.</summary>
    public void Clear()
    {
        if (!IsCode) return;
        _cell["outputs"] = new JsonArray();
        _cell["execution_count"] = null;
        ((JsonObject)_cell["metadata"]!).Remove("execution");
    }

    internal JsonObject ToJson() => (JsonObject)_cell.DeepClone();

    internal void EnsureId(int index, HashSet<string> taken)
    {
        var id = Id.Length > 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"cell-{index + 1}");
        for (var i = 2; !taken.Add(id); i++) id = string.Create(CultureInfo.InvariantCulture, $"cell-{index + 1}-{i}");
        _cell["id"] = id;
    }

    /// <summary>Takes what the cell put out.</summary>
    internal void SetOutputs(JsonArray outputs, int executionCount, (DateTimeOffset Started, TimeSpan Elapsed)? time)
    {
        _cell["outputs"] = outputs;
        _cell["execution_count"] = executionCount;
        var metadata = (JsonObject)_cell["metadata"]!;
        metadata.Remove("execution");
        if (time is not { } t) return;
        metadata["execution"] = new JsonObject
        {
            ["shell.execute_reply"] = Stamp(t.Started + t.Elapsed),
            ["iopub.execute_input"] = Stamp(t.Started),
        };
    }

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static NotebookCell Create(string type, string source, IReadOnlyList<string> tags)
    {
        var cell = new JsonObject { ["cell_type"] = type, ["metadata"] = new JsonObject(), ["source"] = NotebookJson.WriteText(source) };
        if (type == "code") (cell["outputs"], cell["execution_count"]) = (new JsonArray(), null);
        if (tags.Count > 0) cell["metadata"]!["tags"] = new JsonArray([.. tags.Select(t => (JsonNode)t)]);
        return new NotebookCell(cell);
    }

    /// <summary>Collects what a cell puts out in the form of a notebook file.</summary>
    internal sealed class OutputCollector : ICellOutput
    {
        private readonly JsonArray _outputs = [];
        private readonly Dictionary<string, JsonObject> _displays = new(StringComparer.Ordinal);
        private readonly StringBuilder _text = new();
        private readonly Lock _gate = new();
        private JsonObject? _stream;

        public JsonArray Outputs
        {
            get
            {
                lock (_gate)
                {
                    CloseStream();
                    return (JsonArray)_outputs.DeepClone();
                }
            }
        }

        public void Stream(bool isError, string text)
        {
            var name = isError ? "stderr" : "stdout";
            lock (_gate)
            {
                if (_outputs.Count == 0 || !ReferenceEquals(_outputs[^1], _stream) || (string?)_stream!["name"] != name)
                {
                    CloseStream();
                    _outputs.Add((JsonNode)(_stream = new JsonObject { ["output_type"] = "stream", ["name"] = name, ["text"] = new JsonArray() }));
                }

                _text.Append(text);
            }
        }

        public void Display(MimeBundle content, string? displayId, bool isUpdate)
        {
            lock (_gate)
            {
                if (isUpdate && displayId is not null && _displays.TryGetValue(displayId, out var shown))
                {
                    shown["data"] = Data(content);
                    return;
                }

                var output = new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = Data(content) };
                if (displayId is not null) _displays[displayId] = output;
                _outputs.Add((JsonNode)output);
            }
        }

        public void Result(MimeBundle content)
        {
            lock (_gate) _outputs.Add((JsonNode)new JsonObject { ["output_type"] = "execute_result", ["metadata"] = new JsonObject(), ["data"] = Data(content), ["execution_count"] = null });
        }

        public void Error(CellError error)
        {
            lock (_gate)
            {
                _outputs.Add((JsonNode)new JsonObject
                {
                    ["output_type"] = "error",
                    ["ename"] = error.Kind,
                    ["evalue"] = error.Message,
                    ["traceback"] = new JsonArray([.. error.Lines().Select(line => (JsonNode)line)]),
                });
            }
        }

        /// <summary>Gives results the number of their execution.</summary>
        public void Number(int executionCount)
        {
            lock (_gate)
            {
                foreach (var output in _outputs.OfType<JsonObject>().Where(o => (string?)o["output_type"] == "execute_result")) output["execution_count"] = executionCount;
            }
        }

        /// <summary>Text comes in many small pieces and is cut into lines once.</summary>
        private void CloseStream()
        {
            if (_stream is not null) _stream["text"] = NotebookJson.WriteText(_text.ToString());
            _stream = null;
            _text.Clear();
        }

        private static JsonObject Data(MimeBundle content) => new(content.Forms.Select(f => new KeyValuePair<string, JsonNode?>(
            f.Key, MimeTypes.IsJson(f.Key) || f.Value is not JsonValue value || !value.TryGetValue<string>(out var text) ? f.Value.DeepClone() : NotebookJson.WriteText(text))));
    }
}
