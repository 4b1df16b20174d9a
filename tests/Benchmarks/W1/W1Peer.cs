using System.Diagnostics;
using System.Globalization;
using Benchmarks.Harness;

namespace Benchmarks.W1;

/// <summary>The peer: the same workload as a fused loop in Numba.</summary>
internal static class W1Peer
{
    private const string Python = "/usr/bin/python3";

    internal static void Install() => Run("bash", [Path.Combine(ProjectFolder.Path, "W1", "install-peer")]);

    internal static IReadOnlyList<W1Run> Run(W1Arguments arguments, int repetitions) =>
    [
        .. Run(Python, [Path.Combine(ProjectFolder.Path, "W1", "w1.py"), Text(arguments.Persons), Text(arguments.Draws), "--threads", Text(arguments.Threads), "--seed", Text(arguments.Seed), "--repeat", Text(repetitions)])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(W1Run.Parse),
    ];

    private static string Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}: nothing was measured.");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
