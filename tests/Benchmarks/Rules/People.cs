namespace Benchmarks.Rules;

/// <summary>The people whose pay is measured, and the figures of 2026 that it is measured with. The first one is the published example: 89,033 dollars a year.</summary>
internal static class People
{
    internal const int Count = 1024;
    internal const long Divisor = 2087;
    internal const int Hours = 80;
    internal const long Limitation = 228_000;
    internal const long StandardRange = 292_300;
    internal const long EligibilityRate = 197_200;
    internal const long AggregateLimit = 29_230_000;
    internal const long WageBase = 18_450_000;
    internal const double Retirement = 0.165;
    internal const double SavingsPlan = 0.05;
    internal const double SocialSecurity = 0.062;
    internal const double Medicare = 0.0145;
    internal const long LifeStep = 1000;
    internal const long LifeAddition = 2000;
    internal const double LifeRate = 0.08;
    internal const double SpecialPercent = 0.10;
    internal const double Guideline = 0.03;
    internal const int PaydaysLeft = 13;

    /// <summary>Structure salaries, whole US dollars a year.</summary>
    internal static readonly long[] Salaries = [.. Enumerable.Range(0, Count).Select(i => 89_033L + (i * 163))];

    /// <summary>Supplements, fractions of structure salary; the example has none.</summary>
    internal static readonly double[] Supplements = [.. Enumerable.Range(0, Count).Select(i => i % 5 * 0.05)];

    /// <summary>Recognition payments that are due, cents.</summary>
    internal static readonly long[] Recognition = [.. Enumerable.Range(0, Count).Select(i => i % 7 == 3 ? 1_000_000L : 0)];
}
