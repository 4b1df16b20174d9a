using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Harness;

/// <summary>A peer that runs in the machine's Python, where Debian's packages have put its libraries.</summary>
internal static class PythonPeer
{
    private const string Python = "/usr/bin/python3";

    /// <summary>The version of NumPy; null where it is not installed.</summary>
    public static string? NumPy() => Ask(["-c", "import numpy; print('NumPy ' + numpy.__version__)"])?.Trim();

    /// <summary>Runs Python.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed; null where it failed or there is none.</returns>
    public static string? Ask(string[] arguments)
    {
        if (!File.Exists(Python)) return null;
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }

    /// <summary>The timing of a peer.</summary>
    /// <param name="name">Name of the way.</param>
    /// <param name="printed">Seconds of each repetition as the peer printed them.</param>
    public static Timing Timing(string name, IEnumerable<string> printed)
    {
        double[] seconds = [.. printed.Select(t => Math.Round(double.Parse(t, CultureInfo.InvariantCulture), 4))];
        var median = seconds.Order().ElementAt(seconds.Length / 2);
        return new Timing(name, median, seconds.Min(), median, seconds);
    }
}
