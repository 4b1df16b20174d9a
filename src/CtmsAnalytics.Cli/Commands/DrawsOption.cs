using System.CommandLine;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>--draws</c> of the commands that make a study.</summary>
internal static class DrawsOption
{
    private const int Most = 1_000_000;

    /// <summary>Creates the option.</summary>
    /// <param name="description">What is drawn.</param>
    /// <param name="draws">Number of draws where it is not given.</param>
    /// <param name="least">Least number of draws.</param>
    public static Option<int> Create(string description, int draws, int least)
    {
        var option = new Option<int>("--draws", "-n") { Description = description, HelpName = "N", DefaultValueFactory = _ => draws };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var number && (number < least || number > Most)) result.AddError(FormattableString.Invariant($"--draws is a number of draws, {least} to {Most:N0}."));
        });
        return option;
    }
}
