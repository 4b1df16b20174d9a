using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>What makes a row of the survey that row and no other.</summary>
internal readonly record struct OewsKey(int Year, string Area, string Industry, string IndustryGroup, string Ownership, string Occupation, string OccupationGroup);

/// <summary>One row as published.</summary>
internal sealed record OewsRow(
    long RowNumber,
    OewsKey Key,
    string AreaTitle,
    string AreaType,
    string? PrimaryState,
    string? IndustryTitle,
    string? OccupationTitle,
    bool AnnualOnly,
    bool HourlyOnly,
    OewsFigure[] Figures)
{
    public bool HasSameFigures(OewsRow other)
    {
        for (var i = 0; i < Figures.Length; i++)
        {
            var a = Figures[i];
            var b = other.Figures[i];
            if (a.Status != b.Status || (a.Status == FigureStatus.Published && a.Value != b.Value)) return false;
        }

        return true;
    }
}
