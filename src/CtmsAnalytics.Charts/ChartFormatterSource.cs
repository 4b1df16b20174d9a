using CtmsAnalytics.NotebookHosts;

namespace CtmsAnalytics.Charts;

/// <summary>Forms of a chart for notebook hosts: an HTML figure, the drawing alone, the Vega-Lite specification, and words.</summary>
public sealed class ChartFormatterSource
{
    /// <summary>Makes the formatters; notebook hosts call it by its name.</summary>
    /// <returns>One for each form.</returns>
#pragma warning disable CA1822 // Hosts call it on an instance.
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter("text/html", value => (value as ChartSpec)?.ToHtml()),
        new MimeFormatter("image/svg+xml", value => (value as ChartSpec)?.ToSvg()),
        new MimeFormatter("application/vnd.vegalite.v6+json", value => (value as ChartSpec)?.Specification.ToJsonString()),
        new MimeFormatter("text/plain", value => value is ChartSpec chart ? $"{chart.Title}\n{chart.Description}" : null),
    ];
#pragma warning restore CA1822
}
