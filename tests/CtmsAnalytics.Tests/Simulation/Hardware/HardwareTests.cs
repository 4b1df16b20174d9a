using System.Diagnostics;

namespace CtmsAnalytics.Tests.Simulation.Hardware;

/// <summary>The same bytes with wide vectors, narrow ones and none: each as a process of its own that may use less of the machine.</summary>
public sealed class HardwareTests
{
    [Theory]
    [InlineData("512", "256", "DOTNET_EnableAVX512", "DOTNET_EnableAVX512F")]
    [InlineData("256", "128", "DOTNET_EnableAVX2", "DOTNET_EnableAVX")]
    [InlineData("128", "none", "DOTNET_EnableHWIntrinsic")]
    public void Results_OnLessHardware_AreTheSameBytes(string without, string widest, params string[] switchedOff)
    {
        var here = HardwareDigests.Compute().ToDictionary();
        var there = Run(switchedOff);

        Assert.NotEqual(without, there[HardwareDigests.Vectors]);
        if (here[HardwareDigests.Vectors] == "512") Assert.Equal(widest, there[HardwareDigests.Vectors]);
        foreach (var (name, digest) in here.Where(d => d.Key != HardwareDigests.Vectors)) Assert.Equal((name, digest), (name, there[name]));
    }

    private static Dictionary<string, string> Run(string[] switchedOff)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(HardwareTests).Assembly.Location]) { RedirectStandardOutput = true };
        foreach (var name in switchedOff) start.Environment[name] = "0";
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return lines.ToDictionary(l => l[..l.LastIndexOf(' ')], l => l[(l.LastIndexOf(' ') + 1)..]);
    }
}
