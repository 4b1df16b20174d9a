using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>What stands at the end of every study: its notes, the assumed figures and what it was computed from.</summary>
internal static class StudyEnd
{
    public static void Write(Exhibits exhibits, Study study, bool showIndividuals)
    {
        var html = exhibits.Html;
        using (exhibits.Section("Method and notes"))
        {
            html.Text("p", study.Manifest.Method);
            Notes(exhibits, study, showIndividuals);
        }

        if (study.AssumedParameters.Count > 0)
        {
            using var section = exhibits.Section("Assumptions that these numbers rest on");
            ParameterTable.Write(exhibits, study.AssumedParameters);
        }

        using (exhibits.Section("Where these numbers come from")) ManifestTable.Write(exhibits, study.Manifest);
    }

    /// <summary>The notes as a list.</summary>
    public static void Notes(Exhibits exhibits, Study study, bool showIndividuals)
    {
        var notes = showIndividuals ? study.Notes : study.PublicNotes;
        if (notes.Count == 0) return;
        using var list = exhibits.Html.Open("ul");
        foreach (var note in notes) exhibits.Html.Text("li", note);
    }
}
