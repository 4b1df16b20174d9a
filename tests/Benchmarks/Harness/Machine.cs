using System.Runtime.InteropServices;

namespace Benchmarks.Harness;

/// <summary>What a measurement was made on.</summary>
internal sealed record Machine(string Processor, int Cores, string OperatingSystem, string Runtime)
{
    internal static Machine This => new(ProcessorName(), Environment.ProcessorCount, RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription);

    private static string ProcessorName()
    {
        const string Key = "model name";
        var line = System.OperatingSystem.IsLinux() ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
