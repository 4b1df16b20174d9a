using CtmsAnalytics.Notebooks.Sessions;
using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Notebooks.Tests.Sessions;

/// <summary>Completion and inspection; a bar marks the place of the cursor.</summary>
public sealed class AssistanceTests(AssistanceTests.Started started) : IClassFixture<AssistanceTests.Started>
{
    [Theory]
    [InlineData("people.|", "Where method, Count property, Add method")]
    [InlineData("people.Wh|", "Where method")]
    [InlineData("people[0].|", "Name property, Pay property")]
    [InlineData("people.Where(p => p.|", "Name property, Pay property")]
    [InlineData("people.Where(p => p.Pay > 1).OrderBy(q => q.N|", "Name property")]
    [InlineData("people?.First()?.|", "Name property")]
    [InlineData("people.|\nvar x = 1;", "Add method")]
    [InlineData("foreach (var person in people) { person.|", "Name property")]
    [InlineData("int Own(int first) { var second = first; return s|", "second variable")]
    [InlineData("Math.|", "Abs method, PI field")]
    [InlineData("DayOfWeek.|", "Monday enum member")]
    [InlineData("System.Text.|", "StringBuilder class, Json namespace")]
    [InlineData("peo|", "people variable")]
    [InlineData("Twi|", "Twice function")]
    [InlineData("disp|", "display method")]
    [InlineData("HT|", "HTML method")]
    [InlineData("aw|", "await keyword")]
    [InlineData("new Dicti|", "Dictionary class")]
    [InlineData("new Person(\"a\", 1) { |", "Name property, Pay property")]
    [InlineData("var t = $\"{people.|", "Count property")]
    [InlineData("Workb|", "Workbench class")]
    [InlineData("#!s|", "#!sql keyword")]
    [InlineData("#!csharp\npeo|", "people variable")]
    public void Complete_OffersWhatFits(string code, string expected)
    {
        var (source, position) = Cursor(code);
        var completion = started.Session.Complete(source, position);
        foreach (var item in expected.Split(", ")) Assert.Contains(item, completion.Items.Select(i => $"{i.Text} {i.Kind}"));
        Assert.Equal(position, completion.End);
        Assert.All(completion.Items, i => Assert.StartsWith(source[completion.Start..completion.End], i.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("people.|", "Equality")]
    [InlineData("Math.|", "ToString")]
    [InlineData("people.|", "Repeat")]
    [InlineData("// peo|", "people")]
    [InlineData("var s = \"peo|\";", "people")]
    [InlineData("var s = \"peo|", "people")]
    [InlineData("#!python\npeo|", "people")]
    public void Complete_LeavesOutWhatDoesNot(string code, string absent)
    {
        var (source, position) = Cursor(code);
        Assert.DoesNotContain(absent, started.Session.Complete(source, position).Items.Select(i => i.Text));
    }

    [Theory]
    [InlineData("#!sql\nSELECT | FROM roster_person", "work_level column, roster_person table")]
    [InlineData("#!sql --name rows\nSELECT p.wor| FROM roster_person p", "work_level column")]
    [InlineData("#!sql\nSELECT * FROM roster_p|", "roster_person table")]
    [InlineData("#!sql\nSEL|", "SELECT keyword")]
    [InlineData("#!sql\nSELECT * FROM roster_person WHERE salary > $le|", "least variable")]
    public void Complete_InSql_OffersTablesColumnsKeywordsAndVariables(string code, string expected)
    {
        var (source, position) = Cursor(code);
        var items = started.Session.Complete(source, position).Items.Select(i => $"{i.Text} {i.Kind}").ToList();
        foreach (var item in expected.Split(", ")) Assert.Contains(item, items);
    }

    [Fact]
    public void Inspect_OfAVariable_TellsTypeAndValue()
    {
        Assert.Equal(("int least", "5"), Told("lea|st + 1"));
        Assert.Equal(("List<Person> people", "[1]"), Told("people|.Count"));
        Assert.Null(Inspect("var missing = nowhere|;"));
        Assert.Null(Inspect("1 + | 2"));
    }

    [Fact]
    public void Inspect_OfACall_TellsItsDocumentationFromAssemblyAndCell()
    {
        var open = Inspect("Workbench.Open(|")!;
        Assert.Contains("Workbench.Open(string folder", open.Signature, StringComparison.Ordinal);
        Assert.Contains("folder: ", open.Summary, StringComparison.Ordinal);
        Assert.Contains("Throws InputException: ", open.Summary, StringComparison.Ordinal);
        Assert.Equal(("int Twice(int number)", "Twice as much.\nnumber: What is doubled.\nReturns: Its double."), (Inspect("Twi|ce(2)")!.Signature, Inspect("Twice|(2)")!.Summary));
        // A record documents its property as a parameter.
        Assert.Contains("finding", Inspect("BridgeChart.Build(null).Ti|tle")!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_InSql_TellsTablesAndColumns()
    {
        Assert.Contains("work_level", Inspect("#!sql\nSELECT * FROM roster_per|son")!.Summary, StringComparison.Ordinal);
        Assert.StartsWith("roster_person.work_level ", Inspect("#!sql\nSELECT work_lev|el FROM roster_person")!.Signature, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 1", true)]
    [InlineData("if (true) {", false)]
    [InlineData("var s = \"\"\"\n  a", false)]
    public void IsComplete_AsksForAnotherLineWhereSomethingIsOpen(string code, bool expected) => Assert.Equal(expected, NotebookSession.IsComplete(code));

    private Inspection? Inspect(string code)
    {
        var (source, position) = Cursor(code);
        return started.Session.Inspect(source, position);
    }

    private (string Signature, string? Value) Told(string code) => Inspect(code) is { } told ? (told.Signature, told.Value) : default;

    private static (string Source, int Position) Cursor(string code) => (code.Remove(code.IndexOf('|'), 1), code.IndexOf('|'));

    /// <summary>A session on a new workspace, with some cells behind it.</summary>
    public sealed class Started : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("ctms-assistance-").FullName;

        public Started()
        {
            AnalystWorkspace.Create(_folder).Dispose();
            Session = new NotebookSession(new SessionOptions { Workspace = _folder });
            const string Code = """
                record Person(string Name, int Pay) { public string Name { get; set; } = Name; public int Pay { get; set; } = Pay; }
                var people = new List<Person> { new("Ada", 1) };
                var least = 5;
                /// <summary>Twice as much.</summary>
                /// <param name="number">What is doubled.</param>
                /// <returns>Its double.</returns>
                int Twice(int number) => 2 * number;
                """;
            Assert.Null(Session.Execute(Code, new RecordedOutput()).Error);
        }

        public NotebookSession Session { get; }

        public void Dispose()
        {
            Session.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
