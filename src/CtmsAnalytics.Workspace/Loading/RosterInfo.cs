namespace CtmsAnalytics.Workspace.Loading;

/// <summary>A roster of the workspace.</summary>
/// <param name="RosterId">Number of the roster, from 1 in the order of the imports.</param>
/// <param name="Name">Name of the file that it came from, without its folder.</param>
/// <param name="AsOf">The day that it describes.</param>
/// <param name="People">Number of people.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="RowsSetAside">Rows of the file that were set aside when it was imported.</param>
public sealed record RosterInfo(int RosterId, string Name, DateOnly AsOf, int People, string Sha256, long RowsSetAside);
