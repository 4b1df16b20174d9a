using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Tests.Parameters;

public sealed class ParameterCheckTests
{
    private static readonly HashSet<string> Sections = ["158.632", "158.705"];

    private static readonly Parameter Sound = new("offer_maximum", 2021, 0.2, "fraction of salary", ParameterMark.Regulation, "158.632(b)", "158.632(b)", "Highest payment.");

    public static TheoryData<Parameter, string> Faulty => new()
    {
        { Sound with { Name = "" }, "name" },
        { Sound with { Name = "Offer maximum" }, "name" },
        { Sound with { EffectiveYear = 1999 }, "effective_year" },
        { Sound with { EffectiveYear = 2101 }, "effective_year" },
        { Sound with { Unit = "percent" }, "unit" },
        { Sound with { Unit = "" }, "unit" },
        { Sound with { Unit = "hours/fortnight" }, "unit" },
        { Sound with { Unit = "multiple of " }, "unit" },
        { Sound with { Value = 20 }, "value" },
        { Sound with { Value = 10.01 }, "value" },
        { Sound with { Value = -0.01 }, "value" },
        { Sound with { Value = double.NaN }, "value" },
        { Sound with { Value = double.PositiveInfinity, Unit = "hours" }, "value" },
        { Sound with { Value = -1, Unit = "days" }, "value" },
        { Sound with { Value = 2, Unit = "yes/no" }, "value" },
        { Sound with { Value = 3, Unit = "0 none, 1 pro rata, 2 whole" }, "value" },
        { Sound with { Value = 0, Unit = "month" }, "value" },
        { Sound with { Value = 13, Unit = "month" }, "value" },
        { Sound with { Value = 1.5, Unit = "month" }, "value" },
        { Sound with { Value = 20230230, Unit = "yyyymmdd" }, "value" },
        { Sound with { Paragraph = "" }, "paragraph" },
        { Sound with { Paragraph = "", Mark = ParameterMark.Assumed }, "paragraph" },
        { Sound with { Paragraph = "section 632" }, "paragraph" },
        { Sound with { Paragraph = "158.633" }, "paragraph" },
        { Sound with { Paragraph = "158.632; 158.999(a)" }, "paragraph" },
        { Sound with { Source = " " }, "source" },
        { Sound with { Description = "" }, "description" },
    };

    public static TheoryData<Parameter> Allowed =>
    [
        Sound,
        Sound with { Name = "holiday_date:New Year's Day", EffectiveYear = 2000 },
        Sound with { EffectiveYear = 2100 },
        Sound with { Value = 0 },
        Sound with { Value = 10 },
        Sound with { Value = 0, Unit = "yes/no" },
        Sound with { Value = 2, Unit = "0 none, 1 pro rata, 2 whole" },
        Sound with { Value = 12, Unit = "month" },
        Sound with { Value = 20240229, Unit = "yyyymmdd" },
        Sound with { Value = 1.5, Unit = "multiple of EX-I" },
        Sound with { Value = 2000, Unit = "USD/year" },
        Sound with { Paragraph = "", Mark = ParameterMark.Published },
        Sound with { Paragraph = "158.632(a)-(b); 158.705, 6 U.S.C. 658(d); 5 CFR 591.207; OMB Circular A-11 section 85" },
    ];

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Of_FaultyRow_NamesTheColumn(Parameter parameter, string column)
    {
        var fault = Assert.Single(ParameterCheck.Of(parameter, Sections));

        Assert.Equal(column, fault.Column);
        Assert.NotEqual("", fault.What);
        Assert.NotEqual("", fault.Right);
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Of_SoundRow_FindsNothing(Parameter parameter) => Assert.Empty(ParameterCheck.Of(parameter, Sections));
}
