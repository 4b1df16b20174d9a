namespace CtmsAnalytics.Charts.Studies;

/// <summary>A part of a study's account.</summary>
public abstract record StudyBlock;

/// <summary>A heading under the study's own.</summary>
/// <param name="Text">Words.</param>
public sealed record StudyHeading(string Text) : StudyBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">Plain text.</param>
public sealed record StudyParagraph(string Text) : StudyBlock;

/// <summary>A table, alike on a page and in a terminal.</summary>
/// <param name="Table">Caption with the unit, headings and rows. A heading that starts with a tilde heads words; the first column is words, every other one figures.</param>
public sealed record StudyTable(ChartTable Table) : StudyBlock
{
    /// <summary>Whether a reader of the page may sort it.</summary>
    /// <value>Default false.</value>
    public bool IsSortable { get; init; }
}

/// <summary>A chart, on pages only; its figures stand beneath it.</summary>
/// <param name="Name">What it is, for the caption.</param>
/// <param name="Reading">How to read it, one sentence.</param>
/// <param name="Build">Builds it for a size. The name of the chart is unique in the study.</param>
public sealed record StudyChart(string Name, string Reading, Func<ChartSize, ChartSpec> Build) : StudyBlock;
