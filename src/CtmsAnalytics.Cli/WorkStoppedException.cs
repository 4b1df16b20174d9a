namespace CtmsAnalytics.Cli;

/// <summary>The user has stopped work of which something is kept; the message says what, and how to go on.</summary>
/// <param name="message">The message.</param>
/// <param name="innerException">The cancellation.</param>
public sealed class WorkStoppedException(string message, Exception innerException) : OperationCanceledException(message, innerException);
