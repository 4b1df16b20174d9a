using System.Reflection;

namespace CtmsAnalytics.NotebookHosts;

/// <summary>Formatters of a type with a method <c>ToHtml()</c>: that as HTML, and <see cref="object.ToString"/> as plain text.</summary>
public sealed class HtmlFormatterSource
{
    /// <summary>Makes the formatters; notebook hosts call it by its name.</summary>
    /// <returns>One for HTML and one for plain text.</returns>
#pragma warning disable CA1822 // Hosts call it on an instance.
    public IEnumerable<object> CreateTypeFormatters() => [new MimeFormatter("text/html", Html), new MimeFormatter("text/plain", value => value.ToString() ?? "")];
#pragma warning restore CA1822

    private static string? Html(object value)
    {
        var method = value.GetType().GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes);
        return method?.ReturnType == typeof(string) ? method.CreateDelegate<Func<string>>(value)() : null;
    }
}
