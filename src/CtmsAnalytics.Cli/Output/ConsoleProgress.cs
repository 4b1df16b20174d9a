using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Progress of long work: a bar with the time left on a terminal, nothing elsewhere.</summary>
public static class ConsoleProgress
{
    /// <summary>Runs work under a progress bar.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="console">The console.</param>
    /// <param name="show">False to show nothing even on a terminal.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work; it reports shares from 0 to 1.</param>
    /// <returns>The work's result.</returns>
    public static T Run<T>(IAnsiConsole console, bool show, string title, Func<IProgress<double>?, T> work)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(work);
        if (!show || !console.Profile.Capabilities.Interactive || Console.IsOutputRedirected) return work(null);
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: 1);
                return work(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
