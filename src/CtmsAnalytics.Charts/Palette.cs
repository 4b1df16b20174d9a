namespace CtmsAnalytics.Charts;

/// <summary>
/// Colours told apart with any colour vision and in print (Okabe and Ito, darkened to a contrast of 4.5 on white where they carry text).
/// Each goes with a dash, a shape or a word of its own, so a chart reads in grey as well.
/// </summary>
internal static class Palette
{
    public const string Paper = "#ffffff";
    public const string Ink = "#1b2430";
    public const string Muted = "#52606d";
    public const string Axis = "#9aa5b1";
    public const string Grid = "#e6eaee";

    public const string Baseline = "#5b6875";
    public const string BaselineFill = "#d9dfe5";
    public const string Proposal = "#00578f";
    public const string ProposalFill = "#8fc3e6";
    public const string BandOuter = "#e3eff8";
    public const string BandMiddle = "#bfdcf0";
    public const string Market = "#a34700";
    public const string Increase = "#b35200";
    public const string IncreaseTint = "#fae3cd";
    public const string IncreaseFill = "#f0b27a";
    public const string Decrease = "#00735a";
    public const string DecreaseFill = "#7fcfb5";
}
