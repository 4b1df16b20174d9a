using System.Globalization;
using CtmsAnalytics.Cli.Diagnostics;
using CtmsAnalytics.Workspace.Imports;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Shows how far an import is, on a terminal, once it takes longer than a second.</summary>
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
        var name = SafeText.Escape(Path.GetFileName(file));
        using var step = WorkWatch.Step($"Importing {name}");
        if (ConsoleProgress.TerminalOf(console) is not { } terminal) return import(null);
        var progress = new LastProgress();
        return ConsoleProgress.Watch(terminal, () => import(progress), () => new WorkState(progress.Describe(name), null));
    }

    /// <summary>How many rows a file has is known only at its end, so there is no share.</summary>
    private sealed class LastProgress : IProgress<ImportProgress>
    {
        private readonly Lock _gate = new();
        private ImportProgress _last = new("reading", 0);

        public void Report(ImportProgress value)
        {
            lock (_gate) _last = value;
        }

        public string Describe(string name)
        {
            lock (_gate) return string.Create(CultureInfo.InvariantCulture, $"{name}: {_last.Stage} {_last.Rows:N0} rows");
        }
    }
}
