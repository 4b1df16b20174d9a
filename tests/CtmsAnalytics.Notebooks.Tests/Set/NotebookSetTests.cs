using System.Diagnostics;
using System.Text.RegularExpressions;
using CtmsAnalytics.Notebooks.Running;
using CtmsAnalytics.Notebooks.Sessions;
using CtmsAnalytics.Workspace.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace CtmsAnalytics.Notebooks.Tests.Set;

/// <summary>The notebooks of the repository: what they hold is what they give.</summary>
public sealed partial class NotebookSetTests
{
    private const long MostBytes = 1_500_000;
    private const string Host = "CtmsAnalytics.Notebooks.Tests.Set.NotebookSetTests.OtherHost";

    public static TheoryData<string> Each => NotebookSet.Each;

    [Fact]
    public void Set_IsComplete() => Assert.Equal(["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10"], NotebookSet.Names.Select(n => n[..2]));

    /// <summary>From a fresh workspace, by the command that a user gives.</summary>
    [Fact]
    public async Task Set_RunFromAFreshWorkspace_GivesTheCommittedFilesByteForByte()
    {
        var folder = Directory.CreateTempSubdirectory("notebook-set-").FullName;
        try
        {
            foreach (var name in NotebookSet.Names) File.Copy(Path.Combine(NotebookSet.Folder, name), Path.Combine(folder, name));
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ctms.dll"), "notebook", "run", .. NotebookSet.Names])
            {
                WorkingDirectory = folder,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.True(process.ExitCode == 0, error + await output);
            foreach (var name in NotebookSet.Names) Assert.Equal(NotebookSet.Text(name), File.ReadAllText(Path.Combine(folder, name)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Notebook_HoldsTitleParametersAndOutputs_AndNothingOfItsMachine(string name)
    {
        var notebook = NotebookSet.Read(name);

        Assert.True(notebook.IsStable);
        Assert.StartsWith("# ", notebook.Cells[0].Source, StringComparison.Ordinal);
        Assert.Contains(NotebookParameters.Declared(notebook), p => p is { Name: "workspace", Type: "string" });
        var code = notebook.Cells.Where(NotebookRunner.Runs).ToList();
        Assert.Equal(Enumerable.Range(1, code.Count), code.Select(c => c.ExecutionCount ?? 0));
        Assert.DoesNotContain(code, c => c.Outputs.Any(o => (string?)o!["output_type"] == "error"));
        Assert.Contains(code, c => c.Outputs.Any(o => o!["data"]?["image/svg+xml"] is not null || o["data"]?["text/html"] is not null));
        var text = NotebookSet.Text(name);
        Assert.True(text.Length < MostBytes, $"{text.Length:N0} bytes");
        Assert.DoesNotMatch(OfTheMachine(), text);
    }

    /// <summary>Another host knows our packages and <c>display</c>, and no namespace or function of ours.</summary>
    [Theory]
    [MemberData(nameof(Each))]
    public void Notebook_CSharpCells_CompileInAHostWithoutAnythingPreloaded(string name)
    {
        var options = ScriptOptions.Default
            .WithReferences(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)))
            .WithImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks");
        Script<object>? script = null;
        foreach (var cell in NotebookSet.Read(name).Cells.Where(NotebookRunner.Runs))
        {
            var code = CellCode.Of(cell.Source, cell.Language);
            var text = code.Language == CellLanguage.Sql ? code.Name is { } variable ? $"{typeof(ResultTable).FullName} {variable} = null!;" : "" : OwnPackages().Replace(code.Text, "");
            script = script is null ? CSharpScript.Create<object>($"using static {Host};\n{text}", options) : script.ContinueWith<object>(text);
            var errors = script.GetCompilation().GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
            Assert.True(!errors.Any(), $"{cell.Source}\n{string.Join('\n', errors)}");
        }
    }

    /// <summary>What every host for C# notebooks offers.</summary>
    public static class OtherHost
    {
#pragma warning disable IDE1006 // The name is the one that hosts share.
        public static object display(object value, string mimeType = "") => mimeType.Length == 0 ? value : mimeType;
#pragma warning restore IDE1006
    }

    [GeneratedRegex("""^#r "nuget:[^"]*"$""", RegexOptions.Multiline)]
    private static partial Regex OwnPackages();

    /// <summary>Paths of homes and temporary folders, and times of execution.</summary>
    [GeneratedRegex("/home/|/root/|/tmp/|C:\\\\|shell\\.execute_reply", RegexOptions.CultureInvariant)]
    private static partial Regex OfTheMachine();
}
