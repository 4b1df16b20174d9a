using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Samples;
using CtmsAnalytics.Workspace.Qualifications;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Makes the qualifications of the sample roster from the roster, the shipped library and the assumptions of <c>sample/qualifications.json</c>.</summary>
public static class SampleQualifications
{
    /// <summary>Generates the qualifications.</summary>
    /// <param name="dataFolder">The folder <c>data</c>.</param>
    /// <returns>Qualifications and ratings of the work as comma-separated text, the same for the same inputs.</returns>
    /// <exception cref="InputException">An input is missing or cannot be read.</exception>
    public static (string Qualifications, string Work) Generate(string dataFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataFolder);
        var people = ShippedTable.Read(Path.Combine(dataFolder, "sample", "roster.csv")).Select(r => (r.Text("person_id"), r.Text("work_level"))).ToList();
        var assumptions = Path.Combine(dataFolder, "sample", "qualifications.json");
        if (!File.Exists(assumptions)) throw new InputException($"{assumptions} does not exist. Name the folder 'data' of a checkout of this project.");
        try
        {
            var made = SyntheticQualifications.Generate(people, QualificationFiles.Read(Path.Combine(dataFolder, "qualifications")).Library, SyntheticQualificationOptions.FromJson(File.ReadAllText(assumptions)));
            return (SyntheticQualifications.Csv(made, work: false), SyntheticQualifications.Csv(made, work: true));
        }
        catch (FormatException exception)
        {
            throw new InputException($"{assumptions}: {exception.Message}", exception);
        }
    }
}
