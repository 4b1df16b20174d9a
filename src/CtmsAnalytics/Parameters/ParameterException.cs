namespace CtmsAnalytics.Parameters;

/// <summary>A parameter is missing, stands twice, or lies outside what its use allows.</summary>
public sealed class ParameterException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public ParameterException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, where, and what would be right.</param>
    public ParameterException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What happened, where, and what would be right.</param>
    /// <param name="innerException">The cause.</param>
    public ParameterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
