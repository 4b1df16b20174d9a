using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Serving;

/// <summary>
/// Serves one session to another process: a request is a line of JSON, and so is every answer. Requests are done one after the other; an interrupt is heard at any time.
/// The end of the requests ends the session.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="requests">Lines of requests.</param>
/// <param name="answers">Takes the lines of answers.</param>
public sealed class SessionServer(NotebookSession session, TextReader requests, TextWriter answers)
{
    private readonly Lock _gate = new();

    /// <summary>Serves until the requests end.</summary>
    public void Run()
    {
        using var queue = new BlockingCollection<JsonObject>();
        var worker = new Thread(() => Work(queue)) { IsBackground = true, Name = "session" };
        worker.Start();
        Answer(new JsonObject { ["event"] = "ready" });
        while (requests.ReadLine() is { } line)
        {
            if (Parse(line) is not { } request) Answer(new JsonObject { ["event"] = "refused", ["message"] = "The line is no JSON object." });
            else if (request["interrupt"] is not null) session.Interrupt();
            else queue.Add(request);
        }

        queue.CompleteAdding();
        session.Interrupt();
    }

    private void Work(BlockingCollection<JsonObject> queue)
    {
        session.WarmUp();
        foreach (var request in queue.GetConsumingEnumerable())
        {
            var id = (string?)request["id"] ?? "";
            if (request["execute"] is JsonObject execute) Execute(id, execute);
            else if (request["complete"] is JsonObject complete) Answer(SessionAnswers.Of(id, session.Complete(Code(complete), Position(complete))));
            else if (request["inspect"] is JsonObject inspect) Answer(SessionAnswers.Of(id, session.Inspect(Code(inspect), Position(inspect))));
            else if (request["is_complete"] is JsonObject whole) Answer(SessionAnswers.OfCompleteness(id, NotebookSession.IsComplete(Code(whole))));
            else Answer(new JsonObject { ["id"] = id, ["event"] = "refused", ["message"] = "The request is none of execute, complete, inspect, is_complete and interrupt." });
        }
    }

    private void Execute(string id, JsonObject execute)
    {
        var options = new CellOptions
        {
            Name = (string?)execute["name"],
            Language = (string?)execute["language"],
            Timeout = (double?)execute["timeout"] is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        Answer(new JsonObject { ["id"] = id, ["event"] = "begun" });
        var result = session.Execute(Code(execute), new Output(this, id), options);
        Answer(SessionAnswers.Of(id, result));
    }

    private static string Code(JsonObject request) => (string?)request["code"] ?? "";

    private static int Position(JsonObject request) => (int?)request["position"] ?? 0;

    private static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Answer(JsonObject answer)
    {
        lock (_gate)
        {
            answers.Write(answer.ToJsonString());
            answers.Write('\n');
            answers.Flush();
        }
    }

    private sealed class Output(SessionServer server, string id) : ICellOutput
    {
        public void Stream(bool isError, string text) => server.Answer(new JsonObject { ["id"] = id, ["event"] = "stream", ["name"] = isError ? "stderr" : "stdout", ["text"] = text });

        public void Display(MimeBundle content, string? displayId, bool isUpdate) =>
            server.Answer(new JsonObject { ["id"] = id, ["event"] = "display", ["data"] = content.ToJson(), ["display_id"] = displayId, ["update"] = isUpdate });

        public void Result(MimeBundle content) => server.Answer(new JsonObject { ["id"] = id, ["event"] = "result", ["data"] = content.ToJson() });
    }
}
