using System.Text.Json.Nodes;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Serving;

/// <summary>The answers of a served session as JSON, and back.</summary>
internal static class SessionAnswers
{
    public static JsonObject Of(string id, CellResult result) => new()
    {
        ["id"] = id,
        ["event"] = "done",
        ["status"] = result.Succeeded ? "ok" : "error",
        ["execution_count"] = result.ExecutionCount,
        ["milliseconds"] = result.Elapsed.TotalMilliseconds,
        ["error"] = result.Error is not { } error ? null : new JsonObject
        {
            ["kind"] = error.Kind,
            ["line"] = error.Line,
            ["column"] = error.Column,
            ["message"] = error.Message,
            ["context"] = new JsonArray([.. error.Context.Select(line => (JsonNode)line)]),
            ["lines"] = new JsonArray([.. error.Lines().Select(line => (JsonNode)line)]),
        },
    };

    public static CellResult ReadResult(JsonObject answer)
    {
        var error = answer["error"] as JsonObject;
        return new CellResult(
            (int)answer["execution_count"]!,
            TimeSpan.FromMilliseconds((double)answer["milliseconds"]!),
            error is null ? null : new CellError((string)error["kind"]!, (int?)error["line"], (int?)error["column"], (string)error["message"]!, [.. error["context"]!.AsArray().Select(line => (string)line!)]));
    }

    public static JsonObject Of(string id, Completion completion) => new()
    {
        ["id"] = id,
        ["event"] = "completion",
        ["start"] = completion.Start,
        ["end"] = completion.End,
        ["items"] = new JsonArray([.. completion.Items.Select(item => (JsonNode)new JsonObject { ["text"] = item.Text, ["kind"] = item.Kind })]),
    };

    public static JsonObject Of(string id, Inspection? inspection) => new()
    {
        ["id"] = id,
        ["event"] = "inspection",
        ["found"] = inspection is not null,
        ["signature"] = inspection?.Signature,
        ["summary"] = inspection?.Summary,
        ["value"] = inspection?.Value,
    };

    public static JsonObject OfCompleteness(string id, bool isComplete) => new() { ["id"] = id, ["event"] = "is_complete", ["status"] = isComplete ? "complete" : "incomplete" };
}
