namespace CtmsAnalytics.Diagnostics;

/// <summary>What an exception about an argument says to somebody who did not write the call.</summary>
public static class ArgumentExceptionExtensions
{
    private const string Suffix = " (Parameter '";

    /// <summary>The message without the name of the parameter that the framework adds.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>One or more sentences.</returns>
    public static string Sentence(this ArgumentException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Message.Split(Suffix)[0];
    }
}
