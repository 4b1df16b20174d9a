using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Hosting;

/// <summary>A <c>ctms</c> process that runs one command after the other (see <see cref="StartupHook"/>); each has the process for itself while it runs.</summary>
internal sealed class WarmCtms : IDisposable
{
    public const string HookVariable = "DOTNET_STARTUP_HOOKS";

    private static readonly ConcurrentBag<WarmCtms> Free = [];
    private readonly Process _process;
    private readonly Task<string> _lastWords;

    private WarmCtms()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ctms.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        // Measured: no gain from watching which code is hot, even over the minutes that the tests last.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment[HookVariable] = typeof(WarmCtms).Assembly.Location;
        _process = Process.Start(start)!;
        _lastWords = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Runs a command in a process that is free, or in another one where none is. A process that a command ends is not used again, and the test fails with what it said.</summary>
    public static (int ExitCode, string Output, string Error) Run(string folder, string[] arguments)
    {
        if (!Free.TryTake(out var host)) host = new WarmCtms();
        if (host.Ask(new WarmRequest(folder, arguments)) is { } answer)
        {
            Free.Add(host);
            return (answer.ExitCode, answer.Output, answer.Error);
        }

        using (host) throw new InvalidOperationException($"'ctms {string.Join(' ', arguments)}' ended its process.\n{host._lastWords.GetAwaiter().GetResult()}");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private WarmAnswer? Ask(WarmRequest request)
    {
        try
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
            _process.StandardInput.Flush();
            return _process.StandardOutput.ReadLine() is { } line ? JsonSerializer.Deserialize<WarmAnswer>(line) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>A command and the folder it runs in.</summary>
internal sealed record WarmRequest(string Folder, string[] Arguments);

/// <summary>What a command answers.</summary>
internal sealed record WarmAnswer(int ExitCode, string Output, string Error);
