using System.Globalization;

namespace CtmsAnalytics.Tests.Guards;

/// <summary>An allowed number.</summary>
/// <param name="Value">The number.</param>
/// <param name="File">File below <c>src/</c>, or <c>*</c> for every file.</param>
/// <param name="Reason">What the number means there, and why it is no figure of the regulation.</param>
public sealed record AllowedNumber(double Value, string File, string Reason)
{
    public bool Covers(SourceNumber number) => Value == number.Value && (File == "*" || File == number.File);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} in {File}");
}

/// <summary>
/// Decides which numbers in code are figures. In the modelling library every number is one unless the list allows it. Elsewhere a number is one when it equals a
/// policy parameter or a pay rate: in the workspace and the command above the small counts of everyday code, in charts and the database provider, which are full of
/// sizes and codes, from a thousand on.
/// </summary>
internal sealed class NumberGuard(IReadOnlyList<AllowedNumber> allowed, IReadOnlySet<double> figures)
{
    private const double SmallCount = 12;
    private const double Size = 1000;

    public static NumberGuard OfTheRepository() => new(Allowed(), Figures());

    public IReadOnlyList<AllowedNumber> AllowedNumbers => allowed;

    public bool IsFigure(SourceNumber number) => !allowed.Any(a => a.Covers(number)) && IsSuspect(number);

    /// <summary>Whether the number needs an entry in the list.</summary>
    public bool IsSuspect(SourceNumber number) => Project(number.File) switch
    {
        "CtmsAnalytics" => true,
        "CtmsAnalytics.Charts" or "CtmsAnalytics.DuckDb" => figures.Contains(number.Value) && number.Value >= Size,
        _ => figures.Contains(number.Value) && (number.Value > SmallCount || number.Value != Math.Floor(number.Value)),
    };

    private static string Project(string file) => file.Split('/')[0];

    private static List<AllowedNumber> Allowed() =>
    [
        .. Data.RepositoryData.Parse(File.ReadAllText(Path.Combine(Data.RepositoryData.Root, "tests", "CtmsAnalytics.Tests", "Guards", "allowed-numbers.csv")))
            .Select(r => new AllowedNumber(Number(r["number"]), r["file"], r["reason"])),
    ];

    private static HashSet<double> Figures() =>
    [
        .. Data.RepositoryData.Rows("policy/parameters.csv").Select(r => Number(r["value"])),
        .. new[] { "executive_schedule", "vice_president", "gs_base" }.SelectMany(t => Data.RepositoryData.Rows($"reference/{t}.csv")).Select(r => Number(r["annual_rate_usd"])),
    ];

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
}
