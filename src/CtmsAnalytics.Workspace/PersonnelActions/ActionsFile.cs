using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.PersonnelActions;

/// <summary>Reads the dated personnel actions of one person from YAML. The format is described in <c>data/actions/README.md</c>.</summary>
public static class ActionsFile
{
    /// <summary>Reads a file and checks all of it before anything is returned.</summary>
    /// <param name="path">The file.</param>
    /// <param name="context">What it is checked against.</param>
    /// <returns>The actions by date; those of one day in the order of the file.</returns>
    /// <exception cref="InputException">The file does not exist, or has problems; all of them are named with their places.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static IReadOnlyList<PersonnelAction> Load(string path, ActionsContext context)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(context);
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder. Name an actions file in it.");
        if (!File.Exists(path)) throw new InputException($"{path} does not exist. Name an actions file.");
        var problems = new ProblemList();
        var root = YamlTextReader.Read(path, path, FileKind.Actions, problems) is { } read ? YamlTreeReader.Read(path, read.Text, FileKind.Actions, problems) : null;
        if (root is not null)
        {
            new TreeChecker(context.Rules, problems).Check(root, ActionSchema.Root);
            new ActionChecker(context, problems).Check(root);
        }

        problems.ThrowIfAny();
        return ActionBinder.Bind(root!, context.Worksites);
    }
}
