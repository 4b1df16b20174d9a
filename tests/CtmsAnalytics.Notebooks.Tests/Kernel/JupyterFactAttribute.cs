using System.Diagnostics;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Notebooks.Kernel;

namespace CtmsAnalytics.Notebooks.Tests.Kernel;

/// <summary>A test that needs Jupyter; skipped, saying so, where it is not installed.</summary>
public sealed class JupyterFactAttribute : FactAttribute
{
    private static readonly Lazy<JupyterPython?> Found = new(Find);

    public JupyterFactAttribute()
    {
        if (Found.Value is null) Skip = "Jupyter is not installed: no python3 on the PATH has ipykernel, jupyter_client and nbconvert. tests/setup/jupyter installs them on Debian.";
    }

    public static JupyterPython? Python => Found.Value;

    private static JupyterPython? Find()
    {
        try
        {
            var python = JupyterPython.Find(null);
            using var process = Process.Start(new ProcessStartInfo(python.Executable, ["-c", "import jupyter_client, nbconvert, psutil"]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? python : null;
        }
        catch (InputException)
        {
            return null;
        }
    }
}
