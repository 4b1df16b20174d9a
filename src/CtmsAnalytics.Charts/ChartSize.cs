namespace CtmsAnalytics.Charts;

/// <summary>The place that a chart is drawn for. Both sizes show the same marks; labels are shorter in the narrow one.</summary>
public enum ChartSize
{
    /// <summary>A page or a desktop window, about 920 pixels.</summary>
    Wide,

    /// <summary>A phone, about 360 pixels.</summary>
    Narrow,
}
