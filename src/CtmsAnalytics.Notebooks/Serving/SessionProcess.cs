using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Serving;

/// <summary>
/// A session in a process of its own, so that a cell which ends its process, fills its memory or cannot be interrupted takes nothing else with it.
/// </summary>
public sealed class SessionProcess : IDisposable
{
    private const int StandardErrorKept = 4000;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;
    private readonly StringBuilder _standardError = new();
    private readonly Lock _gate = new();
    private int _requests;

    private SessionProcess(Process process) => _process = process;

    /// <summary>Starts a session.</summary>
    /// <param name="program">The program that serves it.</param>
    /// <param name="options">Folder and workspace of the session.</param>
    /// <returns>The session; it loads the compiler while the caller goes on.</returns>
    public static SessionProcess Start(SessionProgram program, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        string[] workspace = options.Workspace is { } folder ? ["--workspace", Path.GetFullPath(folder)] : [];
        var start = new ProcessStartInfo(program.File, [.. program.Arguments, .. workspace])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetFullPath(options.Folder ?? "."),
        };
        var limit = program.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3;
        start.Environment["DOTNET_GCHeapHardLimit"] = string.Create(CultureInfo.InvariantCulture, $"{limit:X}");
        var session = new SessionProcess(Process.Start(start)!);
        session._process.ErrorDataReceived += (_, line) =>
        {
            lock (session._standardError)
            {
                if (line.Data is not null && session._standardError.Length < StandardErrorKept) session._standardError.AppendLine(line.Data);
            }
        };
        session._process.BeginErrorReadLine();
        return session;
    }

    /// <summary>Runs a cell. Where the process ends, or does not stop when it is told to, the session is over and the cell's error says so.</summary>
    /// <param name="source">The cell's source.</param>
    /// <param name="output">Takes what it puts out.</param>
    /// <param name="options">How it is run.</param>
    /// <returns>How it ended.</returns>
    public CellResult Execute(string source, ICellOutput output, CellOptions options)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        var id = string.Create(CultureInfo.InvariantCulture, $"{++_requests}");
        var started = Stopwatch.GetTimestamp();
        var execute = new JsonObject { ["code"] = source, ["name"] = options.Name, ["language"] = options.Language, ["timeout"] = options.Timeout?.TotalSeconds };
        using var overdue = new CancellationTokenSource();
        long? begun = null;
        using var interrupt = options.Cancellation.Register(() =>
        {
            Send(new JsonObject { ["interrupt"] = true });
            overdue.CancelAfter(Grace);
        });
        using var kill = overdue.Token.Register(Kill);
        Send(new JsonObject { ["id"] = id, ["execute"] = execute });
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (JsonNode.Parse(line) is not JsonObject answer || (string?)answer["id"] != id) continue;
            switch ((string?)answer["event"])
            {
                // The time of a cell begins when its code does, and not while the compiler loads.
                case "begun":
                    begun = Stopwatch.GetTimestamp();
                    if (options.Timeout is { } limit && !options.Cancellation.IsCancellationRequested) overdue.CancelAfter(limit + Grace);
                    break;
                case "stream":
                    output.Stream((string?)answer["name"] == "stderr", (string)answer["text"]!);
                    break;
                case "display":
                    output.Display(MimeBundle.FromJson(answer["data"]!.AsObject()), (string?)answer["display_id"], (bool)answer["update"]!);
                    break;
                case "result":
                    output.Result(MimeBundle.FromJson(answer["data"]!.AsObject()));
                    break;
                case "done":
                    // What the caller waited for, the loading of the compiler included.
                    return SessionAnswers.ReadResult(answer) with { Elapsed = Stopwatch.GetElapsedTime(started) };
            }
        }

        return new CellResult(_requests, Stopwatch.GetElapsedTime(started), Ended(options, begun is { } from && Stopwatch.GetElapsedTime(from) >= options.Timeout));
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(1))) Kill();
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // The process is already gone, which is what was wanted.
        }

        _process.Dispose();
    }

    /// <summary>Why the process is gone. An abort in the wrong place ends it as well as being ended when a cell does not stop.</summary>
    private CellError Ended(CellOptions options, bool isOverdue)
    {
        if (options.Cancellation.IsCancellationRequested) return new CellError("Interrupted", null, null, "The cell did not stop when it was interrupted, and its session was ended.", []);
        if (isOverdue)
            return new CellError("TimedOut", null, null, string.Create(CultureInfo.InvariantCulture, $"The cell ran longer than {options.Timeout!.Value.TotalSeconds:0.###} seconds, did not stop, and its session was ended."), []);
        _process.WaitForExit(Grace);
        string words;
        lock (_standardError) words = _standardError.ToString().Trim();
        var lines = words.Length == 0 ? [] : words.Split('\n').Take(10).ToList();
        return new CellError("SessionEnded", null, null, "The cell ended its session: it ran out of stack or memory, or closed the process.", lines);
    }

    private void Send(JsonObject request)
    {
        lock (_gate)
        {
            try
            {
                _process.StandardInput.Write(request.ToJsonString() + "\n");
                _process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // The process has ended; who reads its answers finds that out and says so.
            }
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
