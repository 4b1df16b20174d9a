using CtmsAnalytics.Charts.Studies;
using CtmsAnalytics.Studies;
using Spectre.Console;
using static CtmsAnalytics.Cli.Output.TextPage;

namespace CtmsAnalytics.Cli.Output;

/// <summary>A study as text: the finding, the tables, the notes, the assumed figures. Charts stand on pages only.</summary>
public static class StudyText
{
    /// <summary>Prints a study.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="study">The study.</param>
    /// <param name="showIndividuals">Whether single people and groups of fewer than five may be shown.</param>
    public static void Print(IAnsiConsole console, Study study, bool showIndividuals)
    {
        ArgumentNullException.ThrowIfNull(study);
        Fit(console);
        var document = StudyDocuments.Of(study, showIndividuals);
        Heading(console, document.Title);
        console.Wrapped(SafeText.Escape(document.Finding));
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case StudyHeading heading:
                    Heading(console, heading.Text);
                    break;
                case StudyParagraph paragraph:
                    console.Wrapped(SafeText.Escape(paragraph.Text));
                    break;
                case StudyTable table:
                    Print(console, table);
                    break;
            }
        }

        console.Line("");
        console.Wrapped(SafeText.Escape(study.Manifest.Method));
        foreach (var note in showIndividuals ? study.Notes : study.PublicNotes) console.Wrapped(SafeText.Escape("- " + note));
        if (study.AssumedParameters.Count > 0)
            console.Wrapped(SafeText.Escape("Assumed figures that this rests on: " + string.Join(", ", study.AssumedParameters.Select(p => p.Name).Distinct()) + ". ctms parameters shows them with their reasons."));
    }

    private static void Print(IAnsiConsole console, StudyTable block)
    {
        var (caption, columns, rows) = block.Table;
        console.Line("");
        console.Wrapped(SafeText.Escape(caption));
        var table = Table([.. columns.Select((c, i) => (c.TrimStart('~'), i == 0 || c.StartsWith('~') ? ColumnKind.Words : ColumnKind.Figure))]);
        foreach (var row in rows) Row(table, [.. row]);
        console.WriteWhole(table);
    }
}
