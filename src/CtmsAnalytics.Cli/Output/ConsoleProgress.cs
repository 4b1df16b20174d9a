using System.Globalization;
using CtmsAnalytics.Cli.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Progress of long work: a bar with the time left on a terminal once it takes longer than a second, nothing elsewhere.</summary>
public static class ConsoleProgress
{
    private const int FirstLook = 1000;
    private const int NextLook = 100;

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
        using var step = WorkWatch.Step(title);
        if (!show || TerminalOf(console) is not { } terminal) return work(null);
        var share = new Share();
        return Watch(terminal, () => work(share), () => new WorkState(title, share.Value));
    }

    /// <summary>Runs work whose length nobody knows under a line with the time that it has taken.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="console">The console.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work.</param>
    /// <returns>The work's result.</returns>
    public static T Run<T>(IAnsiConsole console, string title, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(work);
        using var step = WorkWatch.Step(title);
        return TerminalOf(console) is { } terminal ? Watch(terminal, work, () => new WorkState(title, null)) : work();
    }

    /// <summary>Runs work without a result whose length nobody knows under a line with the time that it has taken.</summary>
    /// <param name="console">The console.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work.</param>
    public static void Run(IAnsiConsole console, string title, Action work) => Run(console, title, () =>
    {
        work();
        return true;
    });

    /// <summary>The terminal that progress is drawn on.</summary>
    /// <param name="console">The console.</param>
    /// <returns>Standard error where it is a terminal, or else standard output; null where neither is, or nothing is wanted.</returns>
    internal static IAnsiConsole? TerminalOf(IAnsiConsole console) => (console as CommandConsole)?.Moving;

    /// <summary>Runs work beside a bar that appears after a second and is gone at the end.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="terminal">Where the bar is drawn.</param>
    /// <param name="work">The work.</param>
    /// <param name="look">How far it is.</param>
    /// <returns>The work's result.</returns>
    internal static T Watch<T>(IAnsiConsole terminal, Func<T> work, Func<WorkState> look)
    {
        var running = Task.Run(work);
        if (Task.WaitAny([running], FirstLook) < 0)
        {
            terminal.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 }, new PercentColumn(), new TimeColumn(look))
                .Start(context =>
                {
                    var state = look();
                    var bar = context.AddTask(Markup.Escape(state.Title), maxValue: 1);
                    do
                    {
                        state = look();
                        bar.Description = Markup.Escape(state.Title);
                        bar.IsIndeterminate = state.Share is null;
                        bar.Value = state.Share ?? 0;
                    }
                    while (Task.WaitAny([running], NextLook) < 0);
                });
        }

        return running.GetAwaiter().GetResult();
    }

    /// <summary>A time as a person says it.</summary>
    /// <param name="time">The time.</param>
    /// <returns>For example <c>2 min 5 s</c>.</returns>
    internal static string Duration(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s") : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)time.TotalSeconds)} s");

    private sealed class Share : IProgress<double>
    {
        private double _value;

        public double Value => Volatile.Read(ref _value);

        public void Report(double value) => Volatile.Write(ref _value, value);
    }

    private sealed class PercentColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.IsIndeterminate ? "" : string.Create(CultureInfo.InvariantCulture, $"{(int)task.Percentage,3}%"));
    }

    /// <summary>What is left at the speed so far, as soon as the speed is known; of work whose length nobody knows, the time that it has taken.</summary>
    private sealed class TimeColumn(Func<WorkState> look) : ProgressColumn
    {
        private const double LeastShare = 0.02;

        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var elapsed = (task.ElapsedTime ?? TimeSpan.Zero) + TimeSpan.FromMilliseconds(FirstLook);
            if (task.IsIndeterminate) return new Text(Duration(elapsed));
            var share = task.Value / task.MaxValue;
            var left = look().Left ?? (share < LeastShare ? null : elapsed * ((1 - share) / share));
            return new Text(left is { } time ? $"{Duration(time)} left" : "");
        }
    }
}

/// <summary>How far work is.</summary>
/// <param name="Title">What is being done.</param>
/// <param name="Share">Share that is done, 0 to 1; null where nobody knows.</param>
/// <param name="Left">Time left; null to take it from the share and the time so far.</param>
internal readonly record struct WorkState(string Title, double? Share, TimeSpan? Left = null);
