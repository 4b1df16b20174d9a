using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Samples;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Makes the sample roster from the shipped inputs: OPM's published cells and the assumptions of the generator.</summary>
public static class SampleRoster
{
    /// <summary>Day of the published cells that the shipped roster agrees with.</summary>
    public const string AsOf = "2025-03-31";

    /// <summary>Generates the roster.</summary>
    /// <param name="dataFolder">The folder <c>data</c> with <c>reference/dhscs_cells.csv</c> and <c>sample/generator.json</c>.</param>
    /// <returns>The roster as comma-separated text, the same for the same inputs.</returns>
    /// <exception cref="InputException">An input is missing or cannot be read.</exception>
    public static string Generate(string dataFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataFolder);
        var cells = ShippedTable.Read(Path.Combine(dataFolder, "reference", "dhscs_cells.csv")).Where(r => r.Text("as_of") == AsOf).Select(r => new WorkforceCell(
            r.Text("component"), r.Text("pay_plan"), (int)r.Number("head_count"), (int)r.Number("mean_salary_usd"),
            decimal.Parse(r.Text("mean_length_of_service_years"), CultureInfo.InvariantCulture))).ToList();
        var assumptions = Path.Combine(dataFolder, "sample", "generator.json");
        if (!File.Exists(assumptions)) throw new InputException($"{assumptions} does not exist. Name the folder 'data' of a checkout of this project.");
        try
        {
            return RosterCsv.Write(SyntheticRoster.Generate(cells, SyntheticRosterOptions.FromJson(File.ReadAllText(assumptions))));
        }
        catch (FormatException exception)
        {
            throw new InputException($"{assumptions}: {exception.Message}", exception);
        }
    }
}
