using CtmsAnalytics.Charts.Studies;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.Cli.Output;

/// <summary>A study as JSON without single people: what its account shows of it, and not the study itself, which holds groups of any size.</summary>
public static class StudyJsonText
{
    /// <summary>Writes a study.</summary>
    /// <param name="study">The study.</param>
    /// <returns>JSON text: identifier, title, finding and the tables with withheld cells.</returns>
    public static string Write(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var document = StudyDocuments.Of(study, showIndividuals: false);
        return JsonText.Write(new
        {
            study.Manifest,
            study.Kind,
            document.Title,
            document.Finding,
            Tables = document.Blocks.OfType<StudyTable>().Select(t => new { t.Table.Caption, Columns = t.Table.Columns.Select(c => c.TrimStart('~')), t.Table.Rows }),
            Notes = study.PublicNotes,
            study.AssumedParameters,
        });
    }
}
