using CtmsAnalytics.Workspace.Roster;

namespace CtmsAnalytics.Workspace.Tests.Roster;

public sealed class RosterSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("S00022", "S0002")]
    [InlineData("s0101", "S0101")]
    [InlineData("S0O17", "S0017")]
    public void Nearest_SlipOfTheKeyboard_IsFirstOfThree(string written, string meant)
    {
        using var workspace = FreshWorkspace.Open(_folder["ws"]);
        workspace.ImportRoster(RepositoryFiles.SampleRoster);

        var nearest = RosterSearch.Nearest(workspace.LoadRoster(), written);

        Assert.Equal((3, meant), (nearest.Count, nearest[0]));
    }

    [Fact]
    public void Nearest_EmptyRoster_IsNone() => Assert.Empty(RosterSearch.Nearest([], "S0001"));

    public void Dispose() => _folder.Dispose();
}
