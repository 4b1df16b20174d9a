using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Charts.Tests;

public sealed class FormattingTests
{
    [Theory]
    [InlineData(0, "$0", "$0")]
    [InlineData(49, "$0", "$0")]
    [InlineData(-49, "$0", "$0")]
    [InlineData(50, "$1", "+$1")]
    [InlineData(8_500, "$85", "+$85")]
    [InlineData(99_949, "$999", "+$999")]
    [InlineData(99_950, "$1K", "+$1K")]
    [InlineData(99_949_999, "$999K", "+$999K")]
    [InlineData(99_950_000, "$1.0M", "+$1.0M")]
    [InlineData(1_234_567_890, "$12.3M", "+$12.3M")]
    [InlineData(-1_234_567_890, "\u2212$12.3M", "\u2212$12.3M")]
    [InlineData(123_456_789_012, "$1,234.6M", "+$1,234.6M")]
    public void Brief_Cents_ReadsAsMoney(long cents, string brief, string difference) =>
        Assert.Equal((brief, difference), (Display.Brief(cents), Display.BriefSigned(cents)));

    [Theory]
    [InlineData(long.MaxValue, "$92,233,720,368,547,758")]
    [InlineData(long.MinValue, "\u2212$92,233,720,368,547,758")]
    [InlineData(-1, "$0")]
    [InlineData(-50, "\u2212$1")]
    [InlineData(123_456_750, "$1,234,568")]
    public void Dollars_Cents_AreWhole(long cents, string dollars) => Assert.Equal(dollars, Display.Dollars(cents));

    [Fact]
    public void Dollars_Opposite_DiffersOnlyInSign() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), cents =>
            Display.DollarsSigned(-(long)cents).Replace('\u2212', '+') == Display.DollarsSigned(cents).Replace('\u2212', '+')));

    [Theory]
    [InlineData(0, 0, "0.0%")]
    [InlineData(0, 100, "\u2013")]
    [InlineData(1000, 1041, "+4.1%")]
    [InlineData(1000, 959, "\u22124.1%")]
    [InlineData(1_000_000, 1_000_001, "0.0%")]
    public void Change_TwoAmounts_IsRelativeToTheFirst(long from, long to, string change) => Assert.Equal(change, Display.Change(from, to));

    [Theory]
    [InlineData(100_000, 100_049, "under 0.1%")]
    [InlineData(100_000, 99_951, "under 0.1%")]
    [InlineData(100_000, 100_050, "+0.1%")]
    [InlineData(100_000, 100_000, "0.0%")]
    public void ChangeInWords_SmallChange_NeverReadsAsNothing(long from, long to, string change) => Assert.Equal(change, Display.ChangeInWords(from, to));

    [Theory]
    [InlineData(0.0003, "under 0.1%")]
    [InlineData(0, "0.0%")]
    [InlineData(0.041, "4.1%")]
    public void PercentInWords_SmallShare_NeverReadsAsNothing(double share, string text) => Assert.Equal(text, Display.PercentInWords(share));

    [Fact]
    public void FiscalYears_Runs_ShareTheirCentury()
    {
        Assert.Equal("FY2027\u201331", Display.FiscalYears([2027, 2028, 2029, 2030, 2031]));
        Assert.Equal("FY2098\u20132101", Display.FiscalYears([2098, 2099, 2100, 2101]));
        Assert.Equal("FY2027", Display.FiscalYears([2027]));
    }

    [Fact]
    public void Value_Fractions_KeepTheirDigits()
    {
        Assert.Equal("0.0145", Display.Value(0.0145));
        Assert.Equal("184,500", Display.Value(184_500));
        Assert.Equal("992.99", Display.Value(992.985344071875));
        Assert.Equal("\u22121.5", Display.Value(-1.5));
    }

    [Fact]
    public void Wrap_AnyText_KeepsEveryWordAndItsWidth() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<byte>(), (text, extra) =>
        {
            var width = extra + 2;
            var lines = Wrap.Lines(text.Get, width);
            return lines.All(l => l.Length <= width)
                && string.Concat(lines).Where(c => !char.IsWhiteSpace(c)).SequenceEqual(text.Get.Where(c => !char.IsWhiteSpace(c)));
        }));

    [Fact]
    public void Ticks_AnyRange_CoversItInEvenSteps() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (a, b) =>
        {
            var (low, high) = (Math.Min(a, b) / 100d, Math.Max(a, b) / 100d);
            var ticks = Ticks.Cover(low, high, 6);
            var steps = ticks.Values.Zip(ticks.Values.Skip(1), (x, y) => y - x).ToList();
            return ticks.Low <= low + 1e-6 && ticks.High >= high - 1e-6 && ticks.Values.Count is >= 2 and <= 10 && steps.All(s => Math.Abs(s - steps[0]) < 1e-6);
        }));
}
