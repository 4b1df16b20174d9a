using System.Collections;
using System.Globalization;
using System.Reflection;
using CtmsAnalytics.Charts;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Charts.Studies;
using CtmsAnalytics.Studies;
using CtmsAnalytics.Workspace.Display;

namespace CtmsAnalytics.Notebooks.Display;

/// <summary>Turns a value into the forms that a notebook shows. Draws charts with one renderer that lives as long as the formatter.</summary>
internal sealed class DisplayFormatter : IDisposable
{
    private readonly Lazy<SvgRenderer> _renderer = new(() => new SvgRenderer());

    /// <summary>The forms of a value, the richest first; each has plain text.</summary>
    public MimeBundle Format(object? value) => value switch
    {
        null => MimeBundle.OfText("null"),
        MimeBundle bundle => bundle,
        string text => MimeBundle.OfText(text),
        HtmlText html => new MimeBundle().With(MimeTypes.Html, html.Content).With(MimeTypes.Text, "HTML"),
        MarkdownText markdown => new MimeBundle().With(MimeTypes.Markdown, markdown.Content).With(MimeTypes.Text, markdown.Content),
        ChartSpec chart => Chart(chart),
        StudyDocument document => Document(document),
        Study study => Document(study.Document()),
        _ when TableViews.Of(value) is { } figures => new MimeBundle().With(MimeTypes.Html, figures.ToHtml()).With(MimeTypes.Text, figures.ToString()),
        _ when HtmlOf(value) is { } html => new MimeBundle().With(MimeTypes.Html, html).With(MimeTypes.Text, Text(value)),
        DisplayTable table => Table(table),
        _ when DisplayTable.Of(value) is { } table => Table(table),
        _ => MimeBundle.OfText(Text(value)),
    };

    public void Dispose()
    {
        if (_renderer.IsValueCreated) _renderer.Value.Dispose();
    }

    private MimeBundle Chart(ChartSpec chart) => new MimeBundle()
        .With(MimeTypes.VegaLite, chart.Specification.DeepClone())
        .With(MimeTypes.Svg, _renderer.Value.Render(chart).Svg)
        .With(MimeTypes.Text, $"{chart.Title}\n{chart.Description}");

    private MimeBundle Document(StudyDocument document) => new MimeBundle().With(MimeTypes.Html, document.ToHtml(_renderer.Value)).With(MimeTypes.Text, document.ToString());

    private static MimeBundle Table(DisplayTable table) => new MimeBundle().With(MimeTypes.Html, table.ToHtml()).With(MimeTypes.Text, table.ToString());

    /// <summary>What other hosts look for as well: a public method ToHtml() that gives text.</summary>
    private static string? HtmlOf(object value)
    {
        var method = value.GetType().GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes);
        if (method?.ReturnType != typeof(string)) return null;
        try
        {
            return (string?)method.Invoke(value, null);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static string Text(object value) => value is IFormattable and not IEnumerable ? ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";
}
