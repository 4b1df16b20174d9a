using System.Text.Json.Nodes;
using CtmsAnalytics.Notebooks.Documents;
using CtmsAnalytics.Notebooks.Pages;
using CtmsAnalytics.Notebooks.Running;
using CtmsAnalytics.Notebooks.Serving;

namespace CtmsAnalytics.Notebooks.Tests.Running;

/// <summary>Whole notebooks in a session process of their own, as <c>ctms notebook run</c> runs them.</summary>
public sealed class NotebookRunnerTests : IDisposable
{
    private static readonly SessionProgram Program = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "ctms.dll"), "kernel", "serve"]);

    private readonly string _folder = Directory.CreateTempSubdirectory("notebook-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_CellsOfAllKinds_KeepTheirOutputsAndLeaveOthersAlone()
    {
        File.WriteAllText(Path.Combine(_folder, "beside.txt"), "read by a relative path");
        var notebook = Notebook(
            NotebookCell.Markdown("# Title <script>alert(1)</script>"),
            NotebookCell.Code("var x = 20;\nConsole.Write(\"a\"); Console.WriteLine(\"b\"); Console.Error.WriteLine(\"c\");"),
            NotebookCell.Code("#!python\nprint(x)"),
            NotebookCell.Code("await Task.Delay(1);\nvar shown = display(\"first\");\nshown.Update(\"second\");\nx + 22"),
            NotebookCell.Code("throw new InvalidOperationException(\"wanted\");", NotebookRunner.RaisesTag),
            NotebookCell.Code("HTML(\"<i>own</i>\")"),
            NotebookCell.Code("File.ReadAllText(\"beside.txt\")"));

        var run = Run(notebook);

        Assert.Null(run.Failed);
        Assert.Equal([2, 4, 5, 6, 7], run.Cells.Select(c => c.Number));
        Assert.True(run.Cells[2].RaisedExpected);
        var cells = run.Notebook.Cells;
        Assert.Equal(["ab\n", "c\n"], cells[1].Outputs.Select(o => Text(o!["text"])));
        Assert.Null(cells[2].ExecutionCount);
        Assert.Empty(cells[2].Outputs);
        Assert.Equal(["second", "42"], cells[3].Outputs.Select(o => Text(o!["data"]!["text/plain"])));
        Assert.Equal(2, (int)cells[3].Outputs[1]!["execution_count"]!);
        Assert.Equal("InvalidOperationException", (string?)cells[4].Outputs[0]!["ename"]);
        Assert.Equal("read by a relative path", Text(cells[6].Outputs[0]!["data"]!["text/plain"]));
        Assert.Contains("shell.execute_reply", run.Notebook.ToJson(), StringComparison.Ordinal);
        var page = NotebookPage.Write(run.Notebook, "a");
        Assert.Contains("<i>own</i>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JavaScript:alert(1))")]
    [InlineData("[x](java&#10;script:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:alert(1))")]
    public void Page_LinkToAScript_LeadsNowhere(string prose)
    {
        var page = NotebookPage.Write(Notebook(NotebookCell.Markdown(prose)), "a");

        Assert.Contains("<a href=\"\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("script:", page.Replace("javascript:alert(1)</a>", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("[x](https://www.ecfr.gov/current/title-6/part-158)", "href=\"https://www.ecfr.gov/current/title-6/part-158\"")]
    [InlineData("[x](02-talent-market.ipynb#top)", "href=\"02-talent-market.ipynb#top\"")]
    [InlineData("[x](notes/a:b.html)", "href=\"notes/a:b.html\"")]
    [InlineData("<mailto:pay@example.gov>", "href=\"mailto:pay@example.gov\"")]
    [InlineData("![x](data:image/png;base64,AAAA)", "src=\"data:image/png;base64,AAAA\"")]
    public void Page_LinkToTheWebMailOrAFile_Leads(string prose, string written) =>
        Assert.Contains(written, NotebookPage.Write(Notebook(NotebookCell.Markdown(prose)), "a"), StringComparison.Ordinal);

    [Fact]
    public void Run_StableNotebook_GivesTheSameBytesTwice()
    {
        var notebook = Notebook(NotebookCell.Code("Enumerable.Range(1, 3).Select(i => new { i, Half = i / 2.0 })"));
        notebook.SetStable(true);

        var first = Run(notebook).Notebook.ToJson();

        Assert.Equal(first, Run(NotebookDocument.Parse(first, "a.ipynb")).Notebook.ToJson());
        Assert.DoesNotContain("shell.execute_reply", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var a = 1;\nvar b = a / 0;", "DivideByZeroException", 2)]
    [InlineData("var a = 1;\nb + a", "CS0103", 2)]
    [InlineData("int Deep(int n) => Deep(n + 1) + 1;\nDeep(0)", "SessionEnded", null)]
    [InlineData("Environment.Exit(3);", "SessionEnded", null)]
    [InlineData("while (true) { }", "TimedOut", null)]
    [InlineData("while (true) { try { Thread.Sleep(1000); } finally { while (true) { } } }", "TimedOut", null)]
    [InlineData("await Task.Delay(-1);", "TimedOut", null)]
    public void Run_FailingCell_EndsTheRunAndSaysWhere(string code, string kind, int? line)
    {
        var notebook = Notebook(NotebookCell.Code("var before = 1;"), NotebookCell.Code(code), NotebookCell.Code("before"));

        var run = Run(notebook, new NotebookRunOptions { CellTimeout = TimeSpan.FromSeconds(2) });

        Assert.Equal(kind, run.Failed?.Result.Error?.Kind);
        Assert.Equal((2, line), (run.Failed!.Number, run.Failed.Result.Error!.Line));
        Assert.Equal(kind, (string?)run.Notebook.Cells[1].Outputs[^1]!["ename"]);
        Assert.Null(run.Notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public void Run_CellThatAllocatesWithoutEnd_FailsAtTheLimitOfItsSession()
    {
        var notebook = Notebook(NotebookCell.Code("var kept = new List<byte[]>();\nwhile (true) kept.Add(new byte[1 << 20]);"));

        var run = Run(notebook, program: Program with { MemoryLimit = 256 << 20 });

        Assert.Equal("OutOfMemoryException", run.Failed?.Result.Error?.Kind);
        Assert.Contains("more memory", run.Failed!.Result.Error!.Message, StringComparison.Ordinal);
    }

    private NotebookRun Run(NotebookDocument notebook, NotebookRunOptions? options = null, SessionProgram? program = null)
    {
        var runner = new NotebookRunner(program ?? Program, TimeProvider.System);
        var asked = options ?? new NotebookRunOptions();
        using var session = runner.Prepare(Path.Combine(_folder, "a.ipynb"), asked);
        return runner.Run(notebook, session, asked);
    }

    private static string Text(JsonNode? node) => string.Concat(node!.AsArray().Select(l => (string?)l));

    private static NotebookDocument Notebook(params NotebookCell[] cells)
    {
        var notebook = NotebookDocument.Create();
        foreach (var cell in cells) notebook.Insert(notebook.Cells.Count, cell);
        return notebook;
    }
}
