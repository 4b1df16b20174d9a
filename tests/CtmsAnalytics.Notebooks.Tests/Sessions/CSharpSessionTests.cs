using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Tests.Sessions;

public sealed class CSharpSessionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ctms-session-").FullName;
    private readonly NotebookSession _session;

    public CSharpSessionTests() => _session = new NotebookSession(new SessionOptions { Folder = _folder });

    public void Dispose()
    {
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Cells_SeeWhatEarlierOnesDeclared_AndMayDeclareItAgain()
    {
        Run("var rate = 2; int Twice(int n) => n * rate; record Point(int X, int Y);");
        Assert.Equal("14", Value("Twice(7)"));
        Assert.Equal("3", Value("new Point(1, 2) is var p ? p.X + p.Y : 0"));
        Assert.Equal("two", Value("var rate = \"two\"; rate"));
    }

    [Fact]
    public void Await_RunsAtTopLevel_AndLinqNeedsNoUsing()
    {
        Assert.Equal("6", Value("await Task.Delay(1); await Task.Run(() => new[] { 1, 2, 3 }.Sum())"));
    }

    [Fact]
    public void Value_OfTheLastExpression_IsShown_AndNothingForAStatement()
    {
        Assert.Equal("2.5", Value("5 / 2.0"));
        Assert.Null(Run("var x = 5;").Value);
        var table = Run("new[] { (1, \"<b>\") }").Value!;
        Assert.Contains("&lt;b&gt;", table.Text(MimeTypes.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_ToAnAssemblyBesideTheNotebook_IsRead()
    {
        File.Copy(typeof(CSharpSessionTests).Assembly.Location, Path.Combine(_folder, "Beside.dll"));
        File.WriteAllText(Path.Combine(_folder, "rates.csx"), "var rateOfScript = 7;");
        Run("#r \"Beside.dll\"");
        Assert.Equal("7", Value("#load \"rates.csx\"\nrateOfScript"));
        Assert.Equal("8", Value("#r \"nuget: CtmsAnalytics\"\nrateOfScript + 1"));
    }

    [Fact]
    public void Reference_ToAPackageOfOthers_IsRefusedWithItsLine()
    {
        var error = Fail("var a = 1;\n#r \"nuget: Newtonsoft.Json, 13.0.3\"");
        Assert.Equal(("Package", 2, 1), (error.Kind, error.Line, error.Column));
        Assert.Contains("fetches nothing from the network", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_OfTheCompiler_NamesLineAndColumnAndShowsThem()
    {
        var error = Fail("var a = 1;\nvar b = a +\n  missing;\nvar c = 3;");
        Assert.Equal(("CS0103", 3, 3), (error.Kind, error.Line, error.Column));
        Assert.Equal(["  1 | var a = 1;", "  2 | var b = a +", "> 3 |   missing;", "    |   ^", "  4 | var c = 3;"], error.Context);
        Assert.Equal("CS0103", Fail("b").Kind);
    }

    [Fact]
    public void Error_ThrownInACell_NamesItsLine_AndWhatWasDeclaredBeforeStays()
    {
        var error = Fail("var before = 4;\nstatic int Divide(int n) => 1 / n;\n\nDivide(0);");
        Assert.Equal(("DivideByZeroException", 2), (error.Kind, error.Line));
        Assert.Equal("4", Value("before"));
        Assert.Equal(("FormatException", 3), KindAndLine("var a = 1;\nvar b = 0;\nvar c = int.Parse(\"x\");"));
        Assert.Equal(("IndexOutOfRangeException", 2), KindAndLine("var few = new int[1];\nfew[before] = 1;"));
        Assert.Equal("InvalidOperationException", Fail("await Task.Yield();\nthrow new InvalidOperationException(\"no\");").Kind);
    }

    [Fact]
    public void Error_ThrownByAFunctionOfAnEarlierCell_NamesBothPlacesAndWhatLiesBelow()
    {
        Run("static double Share(int part, int whole)\n{\n    try { return part / whole; }\n    catch (DivideByZeroException e)\n    {\n        throw new InvalidOperationException(\"no whole\", e);\n    }\n}");

        var error = Fail("var part = 2;\nShare(part, 0)");

        Assert.Equal(("InvalidOperationException", 2, "no whole"), (error.Kind, error.Line, error.Message));
        Assert.Equal(["thrown in cell 1, line 3", "because of DivideByZeroException: Attempted to divide by zero."], error.Context.TakeLast(2));
    }

    [Fact]
    public void Display_GivesAHandle_AndUpdatesInPlace()
    {
        var output = Run("var shown = display(Markdown(\"*a*\")); display(2);");
        Assert.Equal([false, false], output.Displays.Select(d => d.IsUpdate));
        Assert.Equal("*a*", output.Displays[0].Content.Text(MimeTypes.Markdown));
        var later = Assert.Single(Run("shown.Update(3);").Displays);
        Assert.Equal((output.Displays[0].Id, true, "3"), (later.Id, later.IsUpdate, later.Content.Text(MimeTypes.Text)));
    }

    [Fact]
    public void Console_OfCellAndItsThreads_GoesToTheCell()
    {
        var output = Run("Console.WriteLine(\"a\"); Console.Error.Write(\"b\"); var t = new Thread(() => Console.Write(\"c\")); t.Start(); t.Join(); Parallel.For(0, 3, _ => Console.Write('d'));");
        Assert.Equal("a\ncddd", output.Text);
        Assert.Equal([(true, "b")], output.Streams.Where(s => s.IsError));
    }

    [Fact]
    public async Task Console_OfWhatACellLeftRunning_GoesToThatCell()
    {
        var first = Run("var gate = new TaskCompletionSource(); var task = Task.Run(async () => { await gate.Task; Console.Write(\"late\"); display(1); });");
        var second = Run("gate.SetResult(); await task; Console.Write(\"own\");");
        await Task.Yield();
        Assert.Equal(("late", "own"), (first.Text, second.Text));
        Assert.Equal((1, 0), (first.Displays.Count, second.Displays.Count));
    }

    [Theory]
    [InlineData("Console.Write(1); while (true) { }")]
    [InlineData("Console.Write(1); Thread.Sleep(Timeout.Infinite);")]
    [InlineData("Console.Write(1); await Task.Delay(-1);")]
    public async Task Interrupt_StopsACell_AndTheSessionGoesOn(string code)
    {
        Run("var kept = 5;");
        var output = new SignallingOutput();
        var running = Task.Run(() => _session.Execute(code, output));
        await output.Written.Task;
        _session.Interrupt();
        Assert.Equal("Interrupted", (await running).Error?.Kind);
        Assert.Equal("5", Value("kept"));
    }

    [Fact]
    public void Timeout_StopsACell()
    {
        var result = _session.Execute("while (true) { }", new RecordedOutput(), new CellOptions { Timeout = TimeSpan.FromSeconds(2) });
        Assert.Equal("TimedOut", result.Error?.Kind);
        Assert.Contains("2 seconds", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Language_ThatNothingHereRuns_IsRefused()
    {
        Assert.Equal("Language", Fail("#!python\nprint(1)").Kind);
        Assert.Equal("3", Value("#!csharp\n1 + 2"));
    }

    private RecordedOutput Run(string code)
    {
        var output = new RecordedOutput();
        var result = _session.Execute(code, output);
        Assert.True(result.Succeeded, result.Error?.Message);
        return output;
    }

    private string? Value(string code) => Run(code).Value?.Text(MimeTypes.Text);

    private (string Kind, int? Line) KindAndLine(string code)
    {
        var error = Fail(code);
        return (error.Kind, error.Line);
    }

    private CellError Fail(string code) => _session.Execute(code, new RecordedOutput()).Error ?? throw new InvalidOperationException("The cell did not fail.");

    private sealed class SignallingOutput : ICellOutput
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Stream(bool isError, string text) => Written.TrySetResult();

        public void Display(MimeBundle content, string? displayId, bool isUpdate)
        {
        }

        public void Result(MimeBundle content)
        {
        }
    }
}
