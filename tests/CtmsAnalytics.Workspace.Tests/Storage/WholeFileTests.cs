using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Tests.Storage;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_page_that_cannot_be_finished_leaves_the_former_one_and_nothing_beside_it()
    {
        var file = _folder["page.html"];
        WholeFile.Write(file, w => w.Write("whole"));

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(file, w =>
        {
            w.Write("half");
            throw new InvalidOperationException();
        }));

        Assert.Equal("whole", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_folder_that_is_missing_or_in_the_way_is_named()
    {
        Assert.Contains("does not exist", Assert.Throws<InputException>(() => WholeFile.Write(_folder[Path.Combine("none", "a.xlsx")], [1])).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<InputException>(() => WholeFile.Write(_folder.Path, [1])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
