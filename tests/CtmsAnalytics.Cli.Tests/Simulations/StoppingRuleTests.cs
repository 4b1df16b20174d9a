using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Cli.Tests.Simulations;

public sealed class StoppingRuleTests
{
    [Theory]
    [InlineData(0, null, 1000)]
    [InlineData(999, 0.0, 1)]
    [InlineData(1000, 0.0009, 0)]
    [InlineData(1000, 0.001, 256)]
    [InlineData(1000, null, 256)]
    [InlineData(1010, 0.0, 246)]
    [InlineData(1256, 0.002, 244)]
    [InlineData(1500, 0.002, 0)]
    public void Remaining_UntilAnError_EndsOnlyAtAWholeBlockAndAtTheMaximum(int done, double? error, int expected) =>
        Assert.Equal(expected, new StoppingRule(1000, 0.001, 1500).Remaining(done, error));

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(700, 300)]
    [InlineData(1000, 0)]
    public void Remaining_FixedNumber_LooksAtNoError(int done, int expected) => Assert.Equal(expected, new StoppingRule(1000, null, 1500).Remaining(done, 1));

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("16/16", 16, 16)]
    public void Shard_OneOfThem_IsRead(string text, int shard, int shards) => Assert.Equal(new ShardSelection(shard, shards), ShardSelection.TryParse(text));

    [Theory]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("-1/4")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData(" 1/2")]
    [InlineData("1/99999999999")]
    public void Shard_AnythingElse_IsNone(string text) => Assert.Null(ShardSelection.TryParse(text));
}
