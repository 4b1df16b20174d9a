using System.CommandLine;
using CtmsAnalytics.Notebooks.Kernel;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options that say under which name and where a kernel of Jupyter is installed.</summary>
internal sealed class KernelPlaceOptions
{
    private readonly Option<string> _name = new("--name") { Description = "Name of the kernel.", HelpName = "NAME", DefaultValueFactory = _ => KernelSpec.DefaultName };

    private readonly Option<bool> _user = new("--user") { Description = "In the user's Jupyter folder; this is the default." };

    private readonly Option<bool> _sysPrefix = new("--sys-prefix") { Description = "In the folder of the Python or its environment." };

    private readonly Option<string?> _prefix = new("--prefix") { Description = "Below a folder: DIR/share/jupyter/kernels.", HelpName = "DIR" };

    private readonly Option<string?> _python = new("--python") { Description = "Python that has ipykernel; default the first on the PATH that has it.", HelpName = "FILE" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } name && !KernelSpec.IsName(name)) result.AddError($"--name {name}: the name of a kernel has letters, digits, dots, hyphens and low lines.");
        });
        command.Validators.Add(result =>
        {
            Option[] places = [_user, _sysPrefix, _prefix];
            if (places.Count(o => result.GetResult(o) is { Implicit: false }) > 1) result.AddError("Only one of --user, --sys-prefix and --prefix can be given.");
        });
        foreach (var option in new Option[] { _name, _user, _sysPrefix, _prefix, _python }) command.Options.Add(option);
    }

    /// <summary>Folder of kernels that Jupyter looks into only where it is told to: the one below <c>--prefix</c>.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>The folder for the variable JUPYTER_PATH; null without <c>--prefix</c>.</returns>
    public string? Own(ParseResult parsed) => parsed.GetValue(_prefix) is { } folder ? Shared(Path.GetFullPath(folder)) : null;

    /// <summary>Name of the kernel.</summary>
    public string Name(ParseResult parsed) => parsed.GetRequiredValue(_name);

    /// <summary>The Python that runs the kernel.</summary>
    public JupyterPython Python(ParseResult parsed) => JupyterPython.Find(parsed.GetValue(_python));

    /// <summary>Folder of the kernel.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="python">The Python, where it is known; it is looked for where the place depends on it.</param>
    /// <returns>The folder.</returns>
    public string Folder(ParseResult parsed, JupyterPython? python)
    {
        var prefix = parsed.GetValue(_prefix) is { } folder ? Path.GetFullPath(folder) : parsed.GetValue(_sysPrefix) ? (python ?? Python(parsed)).Prefix : null;
        return KernelSpec.FolderOf(prefix is null ? (python ?? Python(parsed)).UserFolder : Shared(prefix), Name(parsed));
    }

    private static string Shared(string prefix) => Path.Combine(prefix, "share", "jupyter");
}
