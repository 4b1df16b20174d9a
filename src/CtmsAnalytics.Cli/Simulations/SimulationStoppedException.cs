namespace CtmsAnalytics.Cli.Simulations;

/// <summary>The user has stopped a simulation; the message says what is kept and how to go on.</summary>
/// <param name="message">The message.</param>
/// <param name="innerException">The cancellation.</param>
public sealed class SimulationStoppedException(string message, Exception innerException) : OperationCanceledException(message, innerException);
