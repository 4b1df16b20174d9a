using System.Globalization;
using CtmsAnalytics.Workspace.Imports;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Shows how far an import is, on a terminal and nowhere else.</summary>
public static class ImportStatus
{
    /// <summary>Runs an import and shows its progress.</summary>
    /// <param name="console">Where it is shown.</param>
    /// <param name="file">The file, for the line that is shown.</param>
    /// <param name="import">The import.</param>
    /// <returns>What the import returns.</returns>
    public static ImportReport Show(IAnsiConsole console, string file, Func<IProgress<ImportProgress>?, ImportReport> import)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(import);
        if (!console.Profile.Capabilities.Interactive || Console.IsOutputRedirected) return import(null);
        var name = Markup.Escape(SafeText.Escape(Path.GetFileName(file)));
        return console.Status().Start($"{name}: reading", status => import(new StatusProgress(status, name)));
    }

    private sealed class StatusProgress(StatusContext status, string name) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            status.Status(string.Create(CultureInfo.InvariantCulture, $"{name}: {value.Stage} {value.Rows:N0} rows"));
    }
}
