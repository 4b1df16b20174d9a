namespace CtmsAnalytics.Charts.VegaLite;

/// <summary>The house style, one for every chart.</summary>
internal sealed record Config
{
    /// <summary>Fonts that every system has in some form; the report's own text uses the same list.</summary>
    public string Font { get; } = "Segoe UI, Helvetica Neue, Arial, Liberation Sans, sans-serif";

    /// <summary>The SVG is one image with a title and a description; a role on each mark would only add noise to it.</summary>
    public bool Aria { get; }

    public string Background { get; } = Palette.Paper;

    public AxisConfig Axis { get; } = new();

    public TitleConfig Title { get; } = new();

    public ViewConfig View { get; } = new();

    public TextConfig Text { get; } = new();

    internal sealed record AxisConfig
    {
        public string LabelColor { get; } = Palette.Ink;

        public string TitleColor { get; } = Palette.Ink;

        public string TitleFontWeight { get; } = "normal";

        public double LabelFontSize { get; } = 12;

        public double TitleFontSize { get; } = 12;

        public string GridColor { get; } = Palette.Grid;

        public string DomainColor { get; } = Palette.Axis;

        public string TickColor { get; } = Palette.Axis;
    }

    internal sealed record TitleConfig
    {
        public string Color { get; } = Palette.Ink;

        public string FontWeight { get; } = "bold";

        public double FontSize { get; } = 17;

        public double LineHeight { get; } = 22;

        public string SubtitleColor { get; } = Palette.Muted;

        public double SubtitleFontSize { get; } = 12.5;

        public double SubtitleLineHeight { get; } = 17;

        public double SubtitlePadding { get; } = 5;

        public double Offset { get; } = 14;
    }

    internal sealed record ViewConfig
    {
        public string Stroke { get; } = "transparent";
    }

    internal sealed record TextConfig
    {
        public string Color { get; } = Palette.Ink;

        public double FontSize { get; } = 12;
    }
}
