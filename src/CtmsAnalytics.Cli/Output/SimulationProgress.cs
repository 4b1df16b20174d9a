using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Cli.Diagnostics;
using CtmsAnalytics.Workspace.Simulations;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Shows how far a simulation is: a bar on a terminal, and a line now and then on standard error elsewhere, for the log of a long job.</summary>
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
        using var step = WorkWatch.Step("Simulating");
        if (ConsoleProgress.TerminalOf(console) is { } terminal)
        {
            var gate = new Lock();
            LoopState? last = null;
            return ConsoleProgress.Watch(
                terminal,
                () => work(state =>
                {
                    lock (gate) last = state;
                }),
                () =>
                {
                    lock (gate) return last is { } state ? new WorkState(Short(state), state.Exact / Math.Max(1, state.Least), Left(state)) : new WorkState("Simulating", null);
                });
        }

        var spoken = Stopwatch.GetTimestamp();
        return work(state =>
        {
            if (Stopwatch.GetElapsedTime(spoken) < Pause || console is CommandConsole { Verbosity: Verbosity.Quiet }) return;
            spoken = Stopwatch.GetTimestamp();
            (console is CommandConsole both ? both.Error : console).Line(Line(state));
        });
    }

    /// <summary>The line: draws done, rate, time left and standard error.</summary>
    /// <param name="state">How far the simulation is.</param>
    /// <returns>The line.</returns>
    public static string Line(LoopState state)
    {
        var left = Left(state) is { } time ? $", {ConsoleProgress.Duration(time)} left" : "";
        return $"{Count(state)}, {Display.Count((int)Math.Min(state.DrawsPerSecond, int.MaxValue))} draws/s{left}{Error(state)}";
    }

    private static TimeSpan? Left(LoopState state) => state.DrawsPerSecond > 0 ? TimeSpan.FromSeconds((state.Least - state.Exact) / state.DrawsPerSecond) : null;

    private static string Short(LoopState state) => Count(state) + Error(state);

    private static string Count(LoopState state) => $"{Display.Count(state.Done)} of {Display.Count(state.Least)} draws";

    private static string Error(LoopState state) =>
        state.Error is { } share ? string.Create(CultureInfo.InvariantCulture, $", standard error of the total {share * 100:0.###}%") : "";
}
