using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Report;

/// <summary>What the run was computed from.</summary>
internal static class ManifestTable
{
    public static void Write(Exhibits exhibits, RunManifest manifest)
    {
        exhibits.Html.Text("p", $"Run {manifest.RunId}, CtmsAnalytics {manifest.LibraryVersion}. The same inputs give the same run identifier and the same numbers.");
        using var table = exhibits.Table("Inputs and their SHA-256", "Input", "~Name", "~SHA-256");
        table.Group("", manifest.Inputs.Select(i => new Table.Row(i.Role, [i.Name, i.Sha256], "hash")));
    }
}
