namespace CtmsAnalytics.Charts.Rendering;

/// <summary>A chart cannot be drawn: its specification is wrong, or the renderer has stopped.</summary>
public sealed class ChartRenderException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public ChartRenderException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which chart, what happened, what would be right.</param>
    public ChartRenderException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">Which chart, what happened, what would be right.</param>
    /// <param name="innerException">The cause.</param>
    public ChartRenderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
