using CtmsAnalytics.Notebooks.Documents;
using CtmsAnalytics.Notebooks.Tests.Kernel;

namespace CtmsAnalytics.Notebooks.Tests.Set;

/// <summary>The notebooks of the repository in Jupyter: it shows what they hold.</summary>
public sealed class JupyterSetTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [JupyterFact]
    public void Nbconvert_OverEveryNotebook_ShowsTheCommittedOutputs()
    {
        foreach (var name in NotebookSet.Names) File.Copy(Path.Combine(NotebookSet.Folder, name), Path.Combine(kernel.Folder, name));

        kernel.MemoryLimit = 4L << 30;
        kernel.RunPython(["-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", "run", .. NotebookSet.Names]);

        foreach (var name in NotebookSet.Names)
        {
            var run = NotebookDocument.Parse(File.ReadAllText(Path.Combine(kernel.Folder, "run", name)), name);
            Assert.Equal(NotebookSet.Read(name).Cells.Select(Shown), run.Cells.Select(Shown));
        }
    }

    private static string Shown(NotebookCell cell) => string.Join(
        '\n', cell.Outputs.Select(o => o!["output_type"]!.ToString() == "stream" ? NotebookJson.ReadText(o["text"]) : NotebookJson.ReadText(o["data"]?["text/plain"])));
}
