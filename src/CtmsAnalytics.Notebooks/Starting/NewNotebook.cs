using CtmsAnalytics.Notebooks.Documents;

namespace CtmsAnalytics.Notebooks.Starting;

/// <summary>A started notebook: parameters, the workspace opened, and the first questions asked.</summary>
public static class NewNotebook
{
    /// <summary>Makes the notebook.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="workspace">Folder of the workspace, as the notebook's own folder reaches it.</param>
    /// <returns>The notebook without outputs.</returns>
    public static NotebookDocument Create(string title, string workspace)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(workspace);
        var notebook = NotebookDocument.Create();
        NotebookCell[] cells =
        [
            NotebookCell.Markdown($"# {title.ReplaceLineEndings(" ")}\n\nWhat is asked, and of which people and years."),
            NotebookCell.Code($"// What a run may be given: ctms notebook run FILE --param pool=0.04\nvar workspace = {Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(workspace, quote: true)};\nvar pool = 0.035;", NotebookCell.ParametersTag),
            NotebookCell.Code("var bench = Workbench.Open(workspace);\nbench.RosterInfo"),
            NotebookCell.Markdown("## The people\n\nSQL asks the workspace; `--name` keeps the answer as a C# variable."),
            NotebookCell.Code("#!sql --name levels\nSELECT work_level, count(*) AS people, CAST(median(salary) AS BIGINT) AS median_salary\nFROM roster_person\nGROUP BY work_level\nORDER BY work_level"),
            NotebookCell.Markdown("## The proposal\n\nA scenario says only what it changes. `bench.Compare` prices it beside the baseline."),
            NotebookCell.Code("var baseline = bench.Scenario(\"baseline.yaml\");\nvar proposal = bench.ScenarioText($\"\"\"\n    name: An adjustment pool of {pool:0.0%}\n    extends: baseline.yaml\n    recognition:\n      adjustment_pool: {pool}\n    \"\"\");\nvar run = bench.Compare(baseline, proposal);\nBridgeChart.Build(run.ComparisonOf(1))"),
        ];
        foreach (var cell in cells) notebook.Insert(notebook.Cells.Count, cell);
        return notebook;
    }
}
