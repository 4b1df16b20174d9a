namespace CtmsAnalytics.NotebookHosts;

/// <summary>Writes a value in one form for a notebook host, which reads these members by their names.</summary>
/// <param name="mimeType">MIME type of the form.</param>
/// <param name="text">The value in that form; null where it has none.</param>
public sealed class MimeFormatter(string mimeType, Func<object, string?> text)
{
    /// <summary>MIME type of what is written.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="writer">Takes it.</param>
    /// <returns>False where the value has no such form; nothing is written then.</returns>
    public bool Format(object value, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(writer);
        if (text(value) is not { } form) return false;
        writer.Write(form);
        return true;
    }
}
