using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Notebooks.Kernel;

/// <summary>A Python that has Jupyter's kernel package, and the folders in which its Jupyter looks for kernels.</summary>
/// <param name="Executable">Path of the interpreter.</param>
/// <param name="KernelVersion">Version of ipykernel, for example <c>6.17.0</c>.</param>
/// <param name="UserFolder">Folder of the user's Jupyter data.</param>
/// <param name="Prefix">Folder in which this Python or its environment is installed.</param>
public sealed record JupyterPython(string Executable, string KernelVersion, string UserFolder, string Prefix)
{
    private const int OldestKernel = 6;
    private const string Question = """
        import json, sys, ipykernel
        from jupyter_core import paths
        print(json.dumps([sys.executable, ipykernel.__version__, paths.jupyter_data_dir(), sys.prefix]))
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Looks for a Python with ipykernel 6 or later.</summary>
    /// <param name="named">The interpreter to take; null to take the first on the PATH that has the package.</param>
    /// <returns>The Python.</returns>
    /// <exception cref="InputException">There is none, or the named one lacks the package.</exception>
    public static JupyterPython Find(string? named)
    {
        var candidates = named is null ? OnPath() : [named];
        return candidates.Select(Ask).OfType<JupyterPython>().FirstOrDefault() ?? throw new InputException(Missing(named));
    }

    private static string Missing(string? named) =>
        (named is null ? "No python3 on the PATH has ipykernel 6 or later, which connects Jupyter with the session." : $"--python {named}: This is no Python with ipykernel 6 or later.")
        + " Install it (Debian and Ubuntu: apt-get install python3-ipykernel jupyter-notebook; elsewhere: pip install ipykernel jupyterlab)"
        + (named is null ? ", or name the Python of your Jupyter with --python FILE." : ", or name another one.");

    private static IEnumerable<string> OnPath()
    {
        string[] names = OperatingSystem.IsWindows() ? ["python.exe"] : ["python3", "python"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).Where(File.Exists);
    }

    private static JupyterPython? Ask(string interpreter)
    {
        try
        {
            var start = new ProcessStartInfo(interpreter, ["-c", Question]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            return process.ExitCode == 0 && JsonSerializer.Deserialize<string[]>(output.GetAwaiter().GetResult()) is [var executable, var version, var user, var prefix]
                && int.TryParse(version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture, out var major) && major >= OldestKernel
                ? new JupyterPython(executable, version, user, prefix)
                : null;
        }
        catch (Exception exception) when (exception is Win32Exception or JsonException)
        {
            return null;
        }
    }
}
