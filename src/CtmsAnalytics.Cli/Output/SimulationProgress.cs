using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Cli.Simulations;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Shows how far a simulation is: one line that is renewed on a terminal, and a line now and then on standard error elsewhere, for the log of a long job.</summary>
internal static class SimulationProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Runs a simulation and shows its progress.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="console">The console.</param>
    /// <param name="work">The simulation.</param>
    /// <returns>What the simulation returns.</returns>
    public static T Show<T>(IAnsiConsole console, Func<Action<LoopState>, T> work)
    {
        if (console.Profile.Capabilities.Interactive && !Console.IsOutputRedirected)
            return console.Status().Start("Simulating", status => work(state => status.Status(Markup.Escape(Line(state)))));
        var last = Stopwatch.GetTimestamp();
        return work(state =>
        {
            if (Stopwatch.GetElapsedTime(last) < Pause) return;
            last = Stopwatch.GetTimestamp();
            Console.Error.WriteLine(Line(state));
        });
    }

    /// <summary>The line: draws done, rate, time left and standard error.</summary>
    /// <param name="state">How far the simulation is.</param>
    /// <returns>The line.</returns>
    public static string Line(LoopState state)
    {
        var left = state.DrawsPerSecond > 0 ? $", {Duration(TimeSpan.FromSeconds((state.Least - state.Done) / state.DrawsPerSecond))} left" : "";
        var error = state.Error is { } share ? string.Create(CultureInfo.InvariantCulture, $", standard error of the total {share * 100:0.###}%") : "";
        return $"{Display.Count(state.Done)} of {Display.Count(state.Least)} draws, {Display.Count((int)Math.Min(state.DrawsPerSecond, int.MaxValue))} draws/s{left}{error}";
    }

    private static string Duration(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s") : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)time.TotalSeconds)} s");
}
