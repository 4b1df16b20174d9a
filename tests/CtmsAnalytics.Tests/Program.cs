using CtmsAnalytics.Tests.Simulation.Hardware;

namespace CtmsAnalytics.Tests;

/// <summary>The test assembly as a program: prints what <see cref="HardwareDigests"/> computes on the hardware that the process is allowed.</summary>
internal static class Program
{
    private static void Main()
    {
        foreach (var (name, digest) in HardwareDigests.Compute()) Console.WriteLine($"{name} {digest}");
    }
}
