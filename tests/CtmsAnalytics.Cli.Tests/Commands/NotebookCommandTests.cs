using System.Text.Json.Nodes;

namespace CtmsAnalytics.Cli.Tests.Commands;

/// <summary><c>ctms notebook</c>: what it leaves on disk and what it says, for notebooks that run, fail and cannot be run.</summary>
public sealed class NotebookCommandTests : IDisposable
{
    private readonly ShippedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void New_OnAWorkspace_RunsAsItIsAndWithAParameter()
    {
        _folder.MakeWorkspace();
        Assert.Equal(0, _folder.Ctms("notebook", "new", "mine.ipynb", "-w", "ws", "--title", "What if").ExitCode);
        var started = File.ReadAllText(_folder.File("mine.ipynb"));
        var (again, _, refused) = _folder.Ctms("notebook", "new", "mine.ipynb", "-w", "ws");
        Assert.Equal(1, again);
        Assert.Contains("The file is there already", refused, StringComparison.Ordinal);

        var (code, output, error) = _folder.Ctms("notebook", "run", "mine.ipynb", "--param", "pool=0.04", "--out", "runs", "--html", "page.html");

        Assert.True(code == 0, error);
        Assert.Contains("cells in", output, StringComparison.Ordinal);
        Assert.Equal(started, File.ReadAllText(_folder.File("mine.ipynb")));
        var cells = Cells(_folder.File("runs", "mine.ipynb"));
        Assert.Equal(["parameters"], Tags(cells[1]));
        Assert.Equal(["injected-parameters"], Tags(cells[2]));
        Assert.Contains("pool = 0.04d", cells[2]!["source"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.True(cells[^1]!["outputs"]![0]!["data"]!.AsObject().ContainsKey("image/svg+xml"));
        Assert.Contains("<svg", File.ReadAllText(_folder.File("page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FailingNotebook_KeepsItAsideUntilItRuns()
    {
        Write("a.ipynb", "1 + 1", "var a = 1;\nb + a");
        var before = File.ReadAllText(_folder.File("a.ipynb"));

        var (code, output, error) = _folder.Ctms("notebook", "run", "a.ipynb");

        Assert.Equal((1, ""), (code, output));
        Assert.Equal(
            ["error: a.ipynb: cell 2, line 2, column 1: CS0103: The name 'b' does not exist in the current context", "error:   1 | var a = 1;", "error: > 2 | b + a", "error:     | ^", "error: a.failed.ipynb: The notebook as far as it was run."],
            error.TrimEnd().Split('\n').Select(l => l.TrimEnd()));
        Assert.Equal(before, File.ReadAllText(_folder.File("a.ipynb")));
        Assert.Equal("2", Cells(_folder.File("a.failed.ipynb"))[0]!["outputs"]![0]!["data"]!["text/plain"]![0]!.ToString());

        Write("a.ipynb", "1 + 1");
        Assert.Equal(0, _folder.Ctms("notebook", "run", "a.ipynb").ExitCode);
        Assert.False(File.Exists(_folder.File("a.failed.ipynb")));
    }

    [Theory]
    [InlineData("--html pages: Two of the notebooks are called a.ipynb", "a.ipynb", "b/a.ipynb", "--html", "pages")]
    [InlineData("py.ipynb: The notebook is in python. C# and SQL cells are run here", "py.ipynb")]
    [InlineData("no.ipynb: There is no such notebook.", "a.ipynb", "no.ipynb")]
    [InlineData("a.ipynb: The notebook has no parameters", "a.ipynb", "--param", "year=2029")]
    [InlineData("--param year: Write the name of a parameter and its value", "a.ipynb", "--param", "year")]
    [InlineData("--memory much: Write a whole number with its unit", "a.ipynb", "--memory", "much")]
    [InlineData("--memory 1M: A session cannot start with less than 64M", "a.ipynb", "--memory", "1M")]
    [InlineData("--html page.html: Several notebooks have a page each. Name a folder", "a.ipynb", "c.ipynb", "--html", "page.html")]
    public void Run_WhatCannotBeRun_IsRefusedBeforeTheFirstCell(string says, params string[] arguments)
    {
        Directory.CreateDirectory(_folder.File("b"));
        Write("a.ipynb", "1 + 1");
        Write("b/a.ipynb", "1 + 1");
        Write("c.ipynb", "1 + 1");
        Write("py.ipynb", "print(1)");
        File.WriteAllText(_folder.File("py.ipynb"), File.ReadAllText(_folder.File("py.ipynb")).Replace("\"metadata\":{},\"nb", "\"metadata\":{\"kernelspec\":{\"language\":\"python\"}},\"nb", StringComparison.Ordinal));

        var (code, _, error) = _folder.Ctms(["notebook", "run", .. arguments]);

        Assert.Equal(1, code);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Empty(Cells(_folder.File("a.ipynb"))[0]!["outputs"]!.AsArray());
    }

    [SignalFact]
    public void Run_Interrupted_StopsTheCellAndSaysWhatIsKept()
    {
        Write("a.ipynb", "File.WriteAllText(\"begun\", \"\");\nwhile (true) { }");
        using var running = CtmsProcess.StartIn(_folder.Path, "notebook", "run", "a.ipynb");
        while (!running.HasEnded && !File.Exists(_folder.File("begun"))) Thread.Sleep(20);

        running.Interrupt();

        var (code, _, error) = running.WaitForEnd();
        Assert.Equal(130, code);
        Assert.Contains("a.failed.ipynb: The notebook as far as it was run", error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("a.failed.ipynb")));
    }

    private static JsonArray Cells(string file) => JsonNode.Parse(File.ReadAllText(file))!["cells"]!.AsArray();

    private static IEnumerable<string> Tags(JsonNode? cell) => cell!["metadata"]!["tags"]!.AsArray().Select(t => (string)t!);

    private void Write(string name, params string[] cells) => File.WriteAllText(
        _folder.File(name),
        new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((c, i) => new JsonObject { ["cell_type"] = "code", ["id"] = $"c{i}", ["metadata"] = new JsonObject(), ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = c })]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString());
}
