namespace CtmsAnalytics.Tests.Guards;

/// <summary>No number of the regulation or of a pay table stands in code: it is a row of the data and reaches a rule as an argument.</summary>
public sealed class NumbersInCodeTests
{
    private static readonly NumberGuard Guard = NumberGuard.OfTheRepository();

    private static readonly Lazy<IReadOnlyList<SourceNumber>> InCode = new(() => [.. SourceNumbers.Files().SelectMany(f => SourceNumbers.Of(f.File, f.Text))]);

    [Fact]
    public void Code_OfTheProduct_HoldsNoFigure()
    {
        var found = InCode.Value.Where(Guard.IsFigure).ToList();

        Assert.True(found.Count == 0,
            "These numbers stand in code:\n" + string.Join('\n', found)
            + "\nMake each a row of data/policy/parameters.csv that the rule gets as an argument; a number with another meaning gets a row in tests/CtmsAnalytics.Tests/Guards/allowed-numbers.csv that says which.");
    }

    [Fact]
    public void AllowedNumbers_EveryOne_OccursAndIsNeeded()
    {
        var idle = Guard.AllowedNumbers.Where(a => !InCode.Value.Any(n => a.Covers(n) && Guard.IsSuspect(n))).ToList();

        Assert.True(idle.Count == 0, "These entries of allowed-numbers.csv allow nothing any more; remove them:\n" + string.Join('\n', idle));
    }

    [Fact]
    public void AllowedNumbers_EveryOne_SaysWhatItMeansAndStandsOnce()
    {
        Assert.All(Guard.AllowedNumbers, a => Assert.True(a.Reason.Length > 10, $"{a}: say what the number means."));
        Assert.Empty(Guard.AllowedNumbers.GroupBy(a => (a.Value, a.File)).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("0.25")]
    [InlineData("2087")]
    [InlineData("2_087L")]
    [InlineData("80")]
    [InlineData("26")]
    [InlineData("197200")]
    [InlineData("197_200m")]
    [InlineData("0x50")]
    public void Guard_FigureInARule_IsFound(string number)
    {
        string[] places =
        [
            $"public static long Of(long pay) => (long)(pay * {number});",
            $"private const double Limit = {number};",
            $"public static bool Of(long pay) => pay is > {number};",
            $"public static string Of(long pay) => $\"{{pay * {number}}}\";",
            $"public static int[] Of() => [.. new[] {{ 1, (int){number} }}];",
            $"[System.ComponentModel.DefaultValue({number})] public static double Share {{ get; set; }}",
            $"public static double Of(double limit = {number}) => -limit;",
        ];

        Assert.All(places, member => Assert.Contains(Found($"public static class Rule(int x) {{ {member} }}"), n => n.Text == number));
    }

    [Theory]
    [InlineData("public static class Rule { /* 0.25 */ public static string Of() => \"158.642(c): 0.25, 2087\"; } // 80")]
    [InlineData("public enum Level { Four = 80, Five = 26 }")]
    [InlineData("public static class Rule { public static long Half(long of) => (of + 1) / 2; }")]
    [InlineData("public static class Rule { public static long Of(Row row) => row.IsDBNull(26) ? 0 : row.GetInt64(26); }")]
    public void Guard_NoFigure_IsNotFound(string code) => Assert.Empty(Found(code));

    [Fact]
    public void Guard_CodeThatCannotBeRead_IsNotPassedOver() =>
        Assert.Throws<FormatException>(() => Found("public static class Rule { public static double Of() => 0.25 * ; }"));

    [Theory]
    [InlineData("CtmsAnalytics.Workspace/Rule.cs", "0.25", true)]
    [InlineData("CtmsAnalytics.Workspace/Rule.cs", "12", false)]
    [InlineData("CtmsAnalytics.Cli/Rule.cs", "26", true)]
    [InlineData("CtmsAnalytics.Cli/Rule.cs", "27", false)]
    [InlineData("CtmsAnalytics.Charts/Rule.cs", "26", false)]
    [InlineData("CtmsAnalytics.Charts/Rule.cs", "197200", true)]
    [InlineData("CtmsAnalytics.DuckDb/Rule.cs", "2087", true)]
    public void Guard_OutsideTheLibrary_FindsWhatEqualsAParameterOrARate(string file, string number, bool found) =>
        Assert.Equal(found, SourceNumbers.Of(file, $"public static class Rule {{ public static double Of => {number}; }}").Any(Guard.IsFigure));

    private static List<SourceNumber> Found(string code) => [.. SourceNumbers.Of("CtmsAnalytics/Salaries/Rule.cs", code).Where(Guard.IsFigure)];
}
