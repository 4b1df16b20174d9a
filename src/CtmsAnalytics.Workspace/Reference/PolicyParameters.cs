using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Reads the policy parameters and checks every row, so that a figure without unit, paragraph or source reaches no rule.</summary>
internal static class PolicyParameters
{
    /// <summary>The file below the folder <c>data</c>.</summary>
    public const string File = "policy/parameters.csv";

    /// <summary>Reads and checks the rows.</summary>
    /// <param name="dataFolder">Folder with <c>policy</c>.</param>
    /// <returns>The parameters, in the order of the file.</returns>
    /// <exception cref="InputException">A row is unsound; all problems are named with file, line and column.</exception>
    public static IReadOnlyList<Parameter> Read(string dataFolder)
    {
        var sections = RegulationSections.Read(dataFolder).Select(s => s.Number).ToHashSet(StringComparer.Ordinal);
        var parameters = new List<Parameter>();
        var problems = new List<InputProblem>();
        var known = new HashSet<(string Name, int Year)>();
        foreach (var row in ShippedTable.Read(Path.Combine(dataFolder, File.Replace('/', Path.DirectorySeparatorChar))))
        {
            try
            {
                var parameter = new Parameter(
                    row.Text("name"), row.Year(), row.Number("value"), row.Text("unit"), row.Mark(), row.Text("paragraph"), row.Text("source"), row.Text("description"));
                problems.AddRange(ParameterCheck.Of(parameter, sections).Select(f => row.Problem(f.Column, f.What, f.Right)));
                if (!known.Add((parameter.Name, parameter.EffectiveYear)))
                    problems.Add(row.Problem("name", $"'{parameter.Name}' has two rows for {row.Text("effective_year")}", "Keep one of them."));
                parameters.Add(parameter);
            }
            catch (InputException exception) when (exception.Problems.Count > 0)
            {
                problems.AddRange(exception.Problems);
            }
        }

        return problems.Count == 0 ? parameters : throw new InputException(problems);
    }
}
