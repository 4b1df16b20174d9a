namespace CtmsAnalytics.Deployment;

/// <summary>A county that an official worksite can lie in (158.704).</summary>
/// <param name="Fips">Five-digit county code.</param>
/// <param name="Market">Code of its local cybersecurity talent market (158.612).</param>
/// <param name="NonforeignArea">Allowance area (5 CFR 591.207); null for none.</param>
public sealed record Worksite(string Fips, string Market, string? NonforeignArea);
