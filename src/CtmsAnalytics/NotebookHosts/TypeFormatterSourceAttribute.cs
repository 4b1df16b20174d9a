namespace CtmsAnalytics.NotebookHosts;

/// <summary>Says how notebook hosts show a type.</summary>
/// <remarks>
/// .NET Interactive and what is built on it look for an attribute of this name on the type of a value, whatever its namespace, and for the members below, so that a library need not depend on the host:
/// the source has a constructor without parameters and a method <c>CreateTypeFormatters()</c>, which gives objects with a <c>MimeType</c> and a method <c>Format(object, TextWriter)</c>.
/// </remarks>
/// <param name="formatterSourceType">The source.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>MIME types that a host shows where it is asked for none, the first one before all.</summary>
    /// <value>Default HTML and plain text.</value>
    public string[] PreferredMimeTypes { get; set; } = ["text/html", "text/plain"];
}
