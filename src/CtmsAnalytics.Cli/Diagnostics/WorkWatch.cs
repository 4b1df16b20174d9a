using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Cli.Diagnostics;

/// <summary>Tells on standard error what the program did beside its result: that a workspace was raised to a newer version, and under <c>--verbose</c> every step with its time.</summary>
internal sealed class WorkWatch : IDisposable
{
    private static readonly ActivitySource Steps = new("CtmsAnalytics.Cli");

    private readonly CommandConsole _console;
    private readonly ActivityListener _listener;
    private readonly Lock _gate = new();
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Begins to listen.</summary>
    /// <param name="console">Where it is told.</param>
    public WorkWatch(CommandConsole console)
    {
        _console = console;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source == Steps || source.Name == AnalystWorkspace.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                console.Verbosity == Verbosity.Verbose || options.Name == AnalystWorkspace.RaisedActivity ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = Tell,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Begins a step of a command.</summary>
    /// <param name="what">What is done.</param>
    /// <returns>The step, to be disposed at its end; null where nobody listens.</returns>
    public static Activity? Step(string what) => Steps.StartActivity(what);

    /// <summary>Tells the time of everything and stops listening.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        if (_console.Verbosity == Verbosity.Verbose) Line(Stopwatch.GetElapsedTime(_started), "in all");
    }

    private void Tell(Activity activity)
    {
        lock (_gate)
        {
            if (activity.OperationName == AnalystWorkspace.RaisedActivity && activity.Status == ActivityStatusCode.Ok) _console.Note(SafeText.Escape(activity.DisplayName));
            if (_console.Verbosity == Verbosity.Verbose) Line(activity.Duration, activity.DisplayName);
        }
    }

    private void Line(TimeSpan time, string what) => _console.Error.Line(string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds,8:0.000} s  {SafeText.Escape(what)}"));
}
