using System.Text.Json.Nodes;

namespace CtmsAnalytics.Notebooks.Display;

/// <summary>One thing to show, in every form that a host may choose from: MIME type to content, the richest first.</summary>
/// <remarks>Text types hold a string; JSON types hold a JSON object. A host shows the richest form that it knows.</remarks>
public sealed class MimeBundle
{
    private readonly List<KeyValuePair<string, JsonNode>> _forms = [];

    /// <summary>The forms, MIME type and content, in the order in which they were added.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonNode>> Forms => _forms;

    /// <summary>A bundle of plain text alone.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The bundle.</returns>
    public static MimeBundle OfText(string text) => new MimeBundle().With(MimeTypes.Text, text);

    /// <summary>Adds a form.</summary>
    /// <param name="mimeType">MIME type, for example <c>image/svg+xml</c>.</param>
    /// <param name="content">The content: text, or a JSON object for a JSON type.</param>
    /// <returns>This bundle.</returns>
    /// <exception cref="ArgumentException">The bundle has a form of this type already.</exception>
    public MimeBundle With(string mimeType, JsonNode content)
    {
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        ArgumentNullException.ThrowIfNull(content);
        if (_forms.Any(f => f.Key == mimeType)) throw new ArgumentException($"The bundle has a form of type {mimeType} already.", nameof(mimeType));
        _forms.Add(new(mimeType, content));
        return this;
    }

    /// <summary>The text of a form.</summary>
    /// <param name="mimeType">A MIME type.</param>
    /// <returns>The text; null where the bundle lacks the type or it is not text.</returns>
    public string? Text(string mimeType) => _forms.FirstOrDefault(f => f.Key == mimeType).Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The forms as a JSON object, as the messages of Jupyter carry them.</summary>
    /// <returns>A new object.</returns>
    public JsonObject ToJson() => new(_forms.Select(f => new KeyValuePair<string, JsonNode?>(f.Key, f.Value.DeepClone())));

    /// <summary>Reads the forms from a JSON object.</summary>
    /// <param name="json">MIME type to content.</param>
    /// <returns>The bundle.</returns>
    public static MimeBundle FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var bundle = new MimeBundle();
        foreach (var (type, content) in json)
        {
            if (content is not null) bundle.With(type, content.DeepClone());
        }

        return bundle;
    }
}
