using System.Diagnostics;

namespace CtmsAnalytics.Notebooks.Tests.Kernel;

/// <summary>The kernel, installed with the command into a folder of its own, and Jupyter's programs that look there.</summary>
public sealed class InstalledKernel : IDisposable
{
    public InstalledKernel()
    {
        if (JupyterFactAttribute.Python is { } python) Installation = Run("dotnet", [Ctms, "kernel", "install", "--prefix", Folder, "--python", python.Executable]);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ctms-kernel-").FullName;

    public string Spec => Path.Combine(Folder, "share", "jupyter", "kernels", "ctms");

    public string Installation { get; } = "";

    /// <summary>Most memory of a session, bytes; little, so that a cell that fills it is done soon.</summary>
    public long MemoryLimit { get; set; } = 512L << 20;

    private static string Ctms => Path.Combine(AppContext.BaseDirectory, "ctms.dll");

    /// <summary>Runs <c>ctms</c>.</summary>
    public string RunCtms(params string[] arguments) => Run("dotnet", [Ctms, .. arguments]);

    /// <summary>Runs the Python of Jupyter.</summary>
    public string RunPython(params string[] arguments) => Run(JupyterFactAttribute.Python!.Executable, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.Environment["JUPYTER_PATH"] = Path.Combine(Folder, "share", "jupyter");
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "data");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime");
        start.Environment["IPYTHONDIR"] = Path.Combine(Folder, "ipython");
        start.Environment["DOTNET_GCHeapHardLimit"] = MemoryLimit.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.GetAwaiter().GetResult()}");
    }
}
