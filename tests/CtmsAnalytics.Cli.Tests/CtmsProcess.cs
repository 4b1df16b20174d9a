using System.Diagnostics;
using System.Runtime.InteropServices;
using CtmsAnalytics.Cli.Tests.Hosting;

namespace CtmsAnalytics.Cli.Tests;

/// <summary>The command: in a process that has run others before (<see cref="Run"/>), or in one of its own, as a user starts it (<see cref="Start"/>).</summary>
public sealed partial class CtmsProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CtmsProcess(string[] arguments, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ctms.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? Directory.GetCurrentDirectory(),
        };
        // A short run never earns back the time that it takes to watch which code is hot.
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    public bool HasEnded => _process.HasExited;

    public static CtmsProcess Start(params string[] arguments) => new(arguments);

    public static CtmsProcess StartIn(string folder, params string[] arguments) => new(arguments, folder);

    public static (int ExitCode, string Output, string Error) Run(params string[] arguments) => WarmCtms.Run(Directory.GetCurrentDirectory(), arguments);

    public static (int ExitCode, string Output, string Error) RunIn(string folder, params string[] arguments) => WarmCtms.Run(folder, arguments);

    /// <summary>Runs the command in a process of its own to its end.</summary>
    public static (int ExitCode, string Output, string Error) RunAlone(string folder, params string[] arguments)
    {
        using var process = StartIn(folder, arguments);
        return process.WaitForEnd();
    }

    public (int ExitCode, string Output, string Error) WaitForEnd()
    {
        _process.WaitForExit();
        return (_process.ExitCode, _output.GetAwaiter().GetResult(), _error.GetAwaiter().GetResult());
    }

    /// <summary>Ends the process without giving it a chance to tidy up.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt()
    {
        const int SigInt = 2;
        if (SendSignal(_process.Id, SigInt) != 0) throw new InvalidOperationException("The signal could not be sent.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}

/// <summary>A test that sends signals; skipped, saying so, where there are none.</summary>
public sealed class SignalFactAttribute : FactAttribute
{
    public SignalFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has no signals to send.";
    }
}
