using System.Text.Json.Nodes;

namespace CtmsAnalytics.Notebooks.Tests.Kernel;

/// <summary>The kernel as Jupyter's own programs see it.</summary>
public sealed class JupyterTests(JupyterTests.Person person, InstalledKernel kernel) : IClassFixture<JupyterTests.Person>, IClassFixture<InstalledKernel>
{
    [JupyterFact]
    public void Install_SaysWhere_AndNamesNoPathOfAClone()
    {
        Assert.Contains(kernel.Spec, kernel.Installation, StringComparison.Ordinal);
        Assert.Contains($"JUPYTER_PATH={Path.Combine(kernel.Folder, "share", "jupyter")}", kernel.Installation, StringComparison.Ordinal);
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(kernel.Spec, "kernel.json")))!;
        Assert.Equal("csharp", (string?)spec["language"]);
        Assert.Equal("{resource_dir}/ctms_kernel.py", (string?)spec["argv"]![1]);
        Assert.Equal(["ctms_kernel.py", "kernel.json"], Directory.GetFiles(kernel.Spec).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [JupyterFact]
    public void InstallAndUninstall_OfAnotherName_LeaveNothingAndNothingOfOthers()
    {
        kernel.RunCtms("kernel", "install", "--prefix", kernel.Folder, "--name", "second", "--workspace", kernel.Folder);
        var folder = Path.Combine(Path.GetDirectoryName(kernel.Spec)!, "second");
        Assert.Equal(kernel.Folder, (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!["metadata"]!["ctms"]!["workspace"]);
        kernel.RunCtms("kernel", "uninstall", "--prefix", kernel.Folder, "--name", "second");
        Assert.False(Directory.Exists(folder));
        var other = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(kernel.Spec)!, "other")).FullName;
        File.WriteAllText(Path.Combine(other, "kernel.json"), "{}");
        var refusal = Assert.Throws<InvalidOperationException>(() => kernel.RunCtms("kernel", "install", "--prefix", kernel.Folder, "--name", "other"));
        Assert.Contains("not a kernel of CtmsAnalytics", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(Path.Combine(other, "kernel.json")));
    }

    [JupyterFact]
    public void Nbconvert_RunsANotebook_AndKeepsWhatItShows()
    {
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray(
                Cell("a", "var squares = Enumerable.Range(1, 3).Select(n => new { n, square = n * n }).ToList();\nConsole.WriteLine(\"ready\");\nsquares"),
                Cell("b", "var shown = display(HTML(\"<b>first</b>\"));\nshown.Update(HTML(\"<b>second</b>\"));\nMarkdown(\"**done**\")")),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "ctms", ["display_name"] = "CtmsAnalytics (C#)", ["language"] = "csharp" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        File.WriteAllText(Path.Combine(kernel.Folder, "notebook.ipynb"), notebook.ToJsonString());
        kernel.RunPython("-m", "nbconvert", "--to", "notebook", "--execute", "notebook.ipynb", "--output", "run.ipynb");

        var run = JsonNode.Parse(File.ReadAllText(Path.Combine(kernel.Folder, "run.ipynb")))!;
        var first = run["cells"]![0]!["outputs"]!.AsArray();
        Assert.Equal("ready\n", Text(first[0]!["text"]!));
        Assert.Contains("<td class=\"n\">9</td>", Text(first[1]!["data"]!["text/html"]!), StringComparison.Ordinal);
        Assert.Contains("square", Text(first[1]!["data"]!["text/plain"]!), StringComparison.Ordinal);
        var second = run["cells"]![1]!["outputs"]!.AsArray();
        Assert.Equal("<b>second</b>", Text(second[0]!["data"]!["text/html"]!));
        Assert.Equal("**done**", Text(second[1]!["data"]!["text/markdown"]!));
        Assert.Equal("C#", (string?)run["metadata"]!["language_info"]!["name"]);
    }

    [JupyterFact]
    public void Language_IsWhatHostsOfCSharpAgreeOn()
    {
        Assert.Equal("C#", (string?)person.Saw["language"]!["name"]);
        Assert.Equal(".cs", (string?)person.Saw["language"]!["file_extension"]);
        Assert.Equal("text/x-csharp", (string?)person.Saw["language"]!["mimetype"]);
        Assert.Equal("csharp", (string?)person.Saw["language"]!["pygments_lexer"]);
    }

    [JupyterFact]
    public void Cells_KeepStateAndShowTextAndValues()
    {
        Assert.Equal("42", Result("value"));
        Assert.Equal("2", Result("state"));
        Assert.Equal([("stdout", "out"), ("stderr", "err")], person.Messages("text").Select(m => ((string?)m["name"], (string?)m["text"])));
    }

    [JupyterFact]
    public void Display_IsUpdatedUnderItsName_AlsoFromALaterCell()
    {
        var messages = person.Messages("display").Concat(person.Messages("update_later")).ToList();
        Assert.Equal(["display_data", "update_display_data", "update_display_data"], messages.Select(m => (string?)m["type"]));
        Assert.Single(messages.Select(m => (string?)m["transient"]!["display_id"]).Distinct());
        Assert.Equal("<b>two</b>", (string?)messages[1]["data"]!["text/html"]);
        Assert.Equal("three", (string?)messages[2]["data"]!["text/plain"]);
    }

    [JupyterFact]
    public void Errors_NameTheLineAndShowIt()
    {
        Assert.Equal(
            ["line 2, column 9: CS0103: The name 'missing' does not exist in the current context", "  1 | var a = 1;", "> 2 | var b = missing;", "    |         ^"],
            Traceback("error"));
        Assert.StartsWith("line 2: DivideByZeroException", Traceback("thrown")[0], StringComparison.Ordinal);
    }

    [JupyterFact]
    public void Assistance_CompletesInspectsAndKnowsOpenCells()
    {
        var complete = person.Saw["complete"]!;
        Assert.Contains("Add", complete["matches"]!.AsArray().Select(m => (string?)m));
        // The cell begins with a character of two UTF-16 units; Jupyter counts it as one.
        Assert.Equal((20, 22), ((int)complete["cursor_start"]!, (int)complete["cursor_end"]!));
        Assert.Contains("people", (string?)person.Saw["inspect"]!["data"]!["text/plain"], StringComparison.Ordinal);
        Assert.False((bool)person.Saw["inspect_nothing"]!["found"]!);
        Assert.Equal(["complete", "incomplete"], person.Saw["is_complete"]!.AsArray().Select(s => (string?)s));
    }

    [JupyterFact]
    public void Text_OfWhatACellLeftRunning_GoesToThatCell()
    {
        Assert.Equal(["own"], person.Messages("lets_it_write").Select(m => (string?)m["text"]));
        var late = Assert.Single(person.Saw["late"]!.AsArray())!;
        Assert.Equal("late", (string?)late["text"]);
        Assert.Equal((string?)person.Saw["starts_a_task"]!["id"], (string?)late["cell"]);
    }

    [JupyterFact]
    public void Interrupt_StopsACell_AndTheSessionGoesOn()
    {
        foreach (var cell in (string[])["endless", "asleep", "awaiting", "in_library"]) Assert.Equal("Interrupted", (string?)person.Saw[cell]!["reply"]!["ename"]);
        Assert.Equal("1", Result("after_interrupts"));
    }

    [JupyterFact]
    public void Interrupt_OfACellThatCannotBeStopped_EndsItsSessionAndSaysSo()
    {
        Assert.Equal("Interrupted", (string?)person.Saw["stuck"]!["reply"]!["ename"]);
        Assert.Contains("its session was ended", Traceback("stuck")[0], StringComparison.Ordinal);
        Assert.Equal("CS0103", (string?)person.Saw["after_stuck"]!["reply"]!["ename"]);
    }

    [JupyterFact]
    public void Control_AnswersWhileACellRuns()
    {
        Assert.Equal("ctms", (string?)person.Saw["control_while_running"]);
        Assert.Equal("1", Result("control"));
    }

    [JupyterFact]
    public void Exhaustion_OfMemoryOrStack_IsAnErrorThatSaysSo_AndTheNextCellRuns()
    {
        Assert.Contains("more memory than the session may have", Traceback("memory")[0], StringComparison.Ordinal);
        Assert.Equal("2", Result("after_memory"));
        Assert.Equal("SessionEnded", (string?)person.Saw["overflow"]!["reply"]!["ename"]);
        Assert.Contains("Stack overflow.", Traceback("overflow"));
        Assert.Equal("4", Result("after_overflow"));
    }

    [JupyterFact]
    public void Restart_ForgetsWhatCellsDeclared_AndShutdownLeavesNoProcess()
    {
        Assert.Equal("ok", (string?)person.Saw["before_restart"]!["reply"]!["status"]);
        Assert.Equal("CS0103", (string?)person.Saw["after_restart"]!["reply"]!["ename"]);
        Assert.Equal(1, (int)person.Saw["sessions_before_shutdown"]!);
        Assert.Equal(0, (int)person.Saw["sessions_after_shutdown"]!);
    }

    private static JsonObject Cell(string id, string source) =>
        new() { ["cell_type"] = "code", ["id"] = id, ["metadata"] = new JsonObject(), ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = source };

    private static string Text(JsonNode text) => text is JsonArray lines ? string.Concat(lines.Select(l => (string?)l)) : (string)text!;

    private string? Result(string cell) => (string?)person.Messages(cell).Single(m => (string?)m["type"] == "execute_result")["data"]!["text/plain"];

    private List<string> Traceback(string cell) => [.. person.Messages(cell).Single(m => (string?)m["type"] == "error")["traceback"]!.AsArray().Select(l => (string)l!)];

    /// <summary>Does once what a person does in Jupyter, and keeps what was seen.</summary>
    public sealed class Person
    {
        private readonly Lazy<JsonNode> _saw = new(() =>
        {
            using var kernel = new InstalledKernel();
            return JsonNode.Parse(kernel.RunPython(Path.Combine(AppContext.BaseDirectory, "Kernel", "session.py"), "ctms"))!;
        });

        public JsonNode Saw => _saw.Value;

        public IEnumerable<JsonNode> Messages(string cell) => Saw[cell]!["messages"]!.AsArray().Select(m => m!);
    }
}
