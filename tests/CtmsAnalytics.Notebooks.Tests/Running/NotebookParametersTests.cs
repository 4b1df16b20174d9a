using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Notebooks.Documents;
using CtmsAnalytics.Notebooks.Running;
using CtmsAnalytics.Notebooks.Sessions;
using CtmsAnalytics.Notebooks.Tests.Support;

namespace CtmsAnalytics.Notebooks.Tests.Running;

public sealed class NotebookParametersTests
{
    private const string Declared = "var year = 2028; // a comment\nvar share = 0.03;\nstring name = \"a\";\nlong cents = -5;\nvar pays = true;\nvar from = new DateOnly(2027, 1, 1);\nvar rate = 1.5m;";

    [Fact]
    public void Inject_ValuesOfEachType_StandBehindTheCellThatDeclaresThem()
    {
        var notebook = With(("year", "2031"), ("share", "1e-2"), ("name", "b\"; Environment.Exit(1); //"), ("cents", "12"), ("pays", "false"), ("from", "2029-02-03"), ("rate", "2"));
        using var session = new NotebookSession();

        Assert.Equal([NotebookCell.InjectedTag], notebook.Cells[1].Tags);
        Assert.StartsWith("// Parameters\n", notebook.Cells[1].Source, StringComparison.Ordinal);
        foreach (var cell in notebook.Cells) session.Do(cell.Source);
        Assert.Equal("2031|0.01|b\"; Environment.Exit(1); //|12|False|2029-02-03|2", session.Do("FormattableString.Invariant($\"{year}|{share}|{name}|{cents}|{pays}|{from:yyyy-MM-dd}|{rate}\")").ValueText);
    }

    [Fact]
    public void Inject_Again_TakesThePlaceOfWhatWasInjected()
    {
        var notebook = With(("year", "2031"));
        NotebookParameters.Inject(notebook, new Dictionary<string, string> { ["year"] = "2032" }, "a.ipynb");

        Assert.Single(notebook.Cells, c => c.Tags.Contains(NotebookCell.InjectedTag));
        Assert.Contains("int year = 2032;", notebook.Cells[1].Source, StringComparison.Ordinal);
        NotebookParameters.Inject(notebook, new Dictionary<string, string>(), "a.ipynb");
        Assert.Single(notebook.Cells);
    }

    [Theory]
    [InlineData("year", "1.5", "is int. Its default is 2028")]
    [InlineData("year", "2028; Environment.Exit(1)", "is int")]
    [InlineData("share", "NaN", "is double")]
    [InlineData("pays", "yes", "is bool")]
    [InlineData("from", "1/2/2027", "is DateOnly")]
    [InlineData("yaer", "2029", "It has year, share, name, cents, pays, from, rate.")]
    public void Inject_WhatIsNoValue_IsRefused(string name, string value, string says) =>
        Assert.Contains(says, Assert.Throws<InputException>(() => With((name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Inject_NotebookWithoutParameters_SaysHowToDeclareThem() =>
        Assert.Contains("tag 'parameters'", Assert.Throws<InputException>(() => NotebookParameters.Inject(NotebookDocument.Create(), new Dictionary<string, string> { ["a"] = "1" }, "a.ipynb")).Message, StringComparison.Ordinal);

    private static NotebookDocument With(params (string Name, string Value)[] values)
    {
        var notebook = NotebookDocument.Create();
        notebook.Insert(0, NotebookCell.Code(Declared, NotebookCell.ParametersTag));
        NotebookParameters.Inject(notebook, values.ToDictionary(v => v.Name, v => v.Value), "a.ipynb");
        return notebook;
    }
}
