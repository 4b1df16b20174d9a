using CtmsAnalytics.Records;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Records;

public sealed class PositionHistoryTests
{
    private static readonly DateOnly Start = new(2025, 1, 1);

    private static readonly Arbitrary<List<PositionRow>> Histories = (
        from person in Gen.Elements("A", "B")
        from item in Gen.Elements("work_level", "assignment")
        from value in Gen.Elements("x", "y", null)
        from effective in Gen.Choose(0, 6)
        from recorded in Gen.Choose(0, 6)
        from sequence in Gen.Choose(1, 3)
        select new PositionRow(person, item, value, Start.AddDays(effective), Start.AddDays(recorded), "why") { Sequence = sequence }).ListOf().Select(l => l.ToList()).ToArbitrary();

    private static readonly Arbitrary<int> Days = Gen.Choose(-1, 8).ToArbitrary();

    /// <summary>By hand: TEC from day 0, ADV from day 5 recorded on day 4, corrected on day 9 to EXP from day 5.</summary>
    [Theory]
    [InlineData(4, 20, "TEC")]
    [InlineData(5, 3, "TEC")]
    [InlineData(5, 4, "ADV")]
    [InlineData(5, 8, "ADV")]
    [InlineData(5, 9, "EXP")]
    [InlineData(400, 9, "EXP")]
    public void AsOf_CorrectedChange_IsWhatWasKnown(int day, int known, string level)
    {
        PositionRow[] rows = [Row("EXP", 5, 9), Row("TEC", 0, 0), Row("ADV", 5, 4)];

        Assert.Equal(level, Assert.Single(PositionHistory.AsOf(rows, Start.AddDays(day), Start.AddDays(known))).Value);
    }

    [Fact]
    public void AsOf_BeforeTheFirstRow_IsNothing() => Assert.Empty(PositionHistory.AsOf([Row("TEC", 5, 5)], Start.AddDays(4), Start.AddDays(9)));

    [Fact]
    public void Spans_CorrectedChange_EndTheReplacedRowWhereItBegins() => Assert.Equal(
        [("TEC", Start.AddDays(5), false), ("ADV", Start.AddDays(5), true), ("EXP", (DateOnly?)null, false)],
        PositionHistory.Spans([Row("EXP", 5, 9), Row("ADV", 5, 4), Row("TEC", 0, 0)], Start.AddDays(9)).Select(s => (s.Row.Value!, s.Until, s.IsReplaced)));

    [Fact]
    public void AsOf_LaterRecording_NeverChangesWhatWasKnown() => Prop.ForAll(Histories, Days, Days, (rows, day, known) =>
    {
        var later = rows.ConvertAll(r => r with { Recorded = Start.AddDays(known + 1), Value = "later", Sequence = 9 });
        return Known(rows, day, known).SequenceEqual(Known([.. rows, .. later], day, known));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void AsOf_AnyOrderOfRows_IsTheSame() => Prop.ForAll(Histories, Days, Days, (rows, day, known) =>
        Known(rows, day, known).SequenceEqual(Known([.. rows.AsEnumerable().Reverse()], day, known))
        && PositionHistory.Spans(rows, Start.AddDays(known)).SequenceEqual(PositionHistory.Spans(rows.AsEnumerable().Reverse(), Start.AddDays(known)))).Check(Config.QuickThrowOnFailure);

    /// <summary>As days pass, what holds comes from the same row or a later one, and nobody's item is lost.</summary>
    [Fact]
    public void AsOf_LaterDay_HoldsTheSameRowOrALaterOne() => Prop.ForAll(Histories, Days, Days, (rows, day, known) =>
    {
        var next = Known(rows, day + 1, known).ToDictionary(r => (r.PersonId, r.Item));
        return Known(rows, day, known).All(r => next.TryGetValue((r.PersonId, r.Item), out var then) && then.Effective >= r.Effective);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Spans_OfTheRowsThatHold_AgreeWithTheStateOfEveryDay() => Prop.ForAll(Histories, Days, Days, (rows, day, known) =>
    {
        var on = Start.AddDays(day);
        var spans = PositionHistory.Spans(rows, Start.AddDays(known)).Where(s => s.Row.Effective <= on && (s.Until is null || s.Until > on)).Select(s => s.Row).ToList();
        return spans.SequenceEqual(Known(rows, day, known));
    }).Check(Config.QuickThrowOnFailure);

    private static IReadOnlyList<PositionRow> Known(List<PositionRow> rows, int day, int known) => PositionHistory.AsOf(rows, Start.AddDays(day), Start.AddDays(known));

    private static PositionRow Row(string? value, int effective, int recorded) => new("A", "work_level", value, Start.AddDays(effective), Start.AddDays(recorded), "why");
}
