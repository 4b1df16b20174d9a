namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class GalleryCommandTests
{
    [Fact]
    public void Gallery_NamedFile_IsWrittenWhole()
    {
        using var folder = new ShippedFolder();

        var (code, output, error) = folder.Ctms("gallery", "--out", "charts.html");

        Assert.True(code == 0, error);
        Assert.Contains("charts.html", output, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", File.ReadAllText(folder.File("charts.html")), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("charts.html.partial")));
    }

    [Fact]
    public void Gallery_FolderThatDoesNotExist_IsRefusedBeforeAnyWork()
    {
        using var folder = new ShippedFolder();

        var (code, _, error) = folder.Ctms("gallery", "--out", Path.Combine("nowhere", "charts.html"));

        Assert.Equal(1, code);
        Assert.Contains("The folder of the gallery does not exist", error, StringComparison.Ordinal);
    }
}
