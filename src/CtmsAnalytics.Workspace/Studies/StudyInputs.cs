using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Workspace.Studies;

/// <summary>Inputs of a study that are no table of the workspace.</summary>
public static class StudyInputs
{
    private static readonly JsonSerializerOptions OneLine = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The options that a study was made with, so that other options give another identifier.</summary>
    /// <param name="text">The options as text, the same for the same options.</param>
    /// <returns>The input for a manifest.</returns>
    public static ManifestInput Options(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ManifestInput("options", "options of the study", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>The options that a study was made with, as JSON.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="options">The options.</param>
    /// <returns>The input for a manifest.</returns>
    public static ManifestInput OptionsOf<T>(T options) => Options(JsonSerializer.Serialize(options, OneLine));
}
