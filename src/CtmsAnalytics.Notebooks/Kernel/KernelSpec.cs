using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CtmsAnalytics.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace CtmsAnalytics.Notebooks.Kernel;

/// <summary>What Jupyter reads to offer and start the kernel: a folder with <c>kernel.json</c> and the script that Jupyter runs.</summary>
/// <param name="Name">Name of the kernel in notebooks: letters, digits, dots, hyphens and low lines.</param>
/// <param name="Python">The interpreter that runs the script.</param>
/// <param name="Program">Program and first arguments that start <c>ctms</c>.</param>
/// <param name="Workspace">Full path of the workspace of its sessions; null for what the environment variable <c>CTMS_WORKSPACE</c> says when a session starts.</param>
/// <param name="Version">Version of the product.</param>
public sealed partial record KernelSpec(string Name, string Python, IReadOnlyList<string> Program, string? Workspace, string Version)
{
    /// <summary>Name of the kernel where none is given.</summary>
    public const string DefaultName = "ctms";

    private const string File = "kernel.json";
    private const string Script = "ctms_kernel.py";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether Jupyter takes a name.</summary>
    /// <param name="name">A name.</param>
    /// <returns>True for a name that can be one.</returns>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>The folder of a kernel below a folder of Jupyter's data.</summary>
    /// <param name="data">Folder of Jupyter's data, for example <c>~/.local/share/jupyter</c>.</param>
    /// <param name="name">Name of the kernel.</param>
    /// <returns>The folder.</returns>
    public static string FolderOf(string data, string name) => Path.Combine(data, "kernels", name);

    /// <summary>Writes the kernel, each file as a whole; one that is there already is replaced.</summary>
    /// <param name="folder">Folder of the kernel, see <see cref="FolderOf"/>.</param>
    /// <exception cref="InputException">The folder holds a kernel that is not of CtmsAnalytics.</exception>
    public void Write(string folder)
    {
        RequireOwn(folder);
        Directory.CreateDirectory(folder);
        using var script = typeof(KernelSpec).Assembly.GetManifestResourceStream(Script)!;
        using var text = new StreamReader(script);
        // Jupyter offers the kernel from the moment in which the last file is there.
        Put(Path.Combine(folder, Script), text.ReadToEnd());
        Put(Path.Combine(folder, File), ToJson().ToJsonString(Readable) + "\n");
    }

    /// <summary>Removes a kernel.</summary>
    /// <param name="folder">Folder of the kernel.</param>
    /// <returns>False where there is none.</returns>
    /// <exception cref="InputException">The folder holds a kernel that is not of CtmsAnalytics.</exception>
    public static bool Remove(string folder)
    {
        if (!Directory.Exists(folder)) return false;
        RequireOwn(folder);
        System.IO.File.Delete(Path.Combine(folder, File));
        Directory.Delete(folder, recursive: true);
        return true;
    }

    private JsonObject ToJson() => new()
    {
        ["argv"] = new JsonArray(Python, "{resource_dir}/" + Script, "-f", "{connection_file}"),
        ["display_name"] = Name == DefaultName ? "CtmsAnalytics (C#)" : $"CtmsAnalytics (C#) {Name}",
        ["language"] = "csharp",
        ["interrupt_mode"] = "signal",
        ["metadata"] = new JsonObject
        {
            ["ctms"] = new JsonObject
            {
                ["program"] = new JsonArray([.. Program.Select(p => (JsonNode)p)]),
                ["workspace"] = Workspace,
                ["version"] = Version,
                ["language_version"] = LanguageVersion.Latest.MapSpecifiedToEffectiveVersion().ToDisplayString(),
            },
        },
    };

    private static void RequireOwn(string folder)
    {
        var file = Path.Combine(folder, File);
        if (!Directory.Exists(folder) || (Directory.GetFileSystemEntries(folder).Length == 0) || (System.IO.File.Exists(file) && IsOwn(file))) return;
        throw new InputException($"{folder}: This is not a kernel of CtmsAnalytics. Choose another name with --name.");
    }

    private static bool IsOwn(string file)
    {
        try
        {
            return JsonNode.Parse(System.IO.File.ReadAllText(file)) is JsonObject spec && spec["metadata"] is JsonObject metadata && metadata["ctms"] is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Put(string path, string content)
    {
        var temporary = path + ".partial";
        try
        {
            System.IO.File.WriteAllText(temporary, content);
            System.IO.File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            System.IO.File.Delete(temporary);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
