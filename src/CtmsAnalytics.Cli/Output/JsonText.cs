using System.Text.Json;
using System.Text.Json.Serialization;

namespace CtmsAnalytics.Cli.Output;

/// <summary>JSON as every command prints it: indented, camel-case names, enumerations by name.</summary>
public static class JsonText
{
    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    /// <summary>Writes an object.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The object.</param>
    /// <returns>JSON text.</returns>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Writes an object on one line.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The object.</param>
    /// <returns>JSON text.</returns>
    public static string WriteLine<T>(T value) => JsonSerializer.Serialize(value, OneLine);
}
