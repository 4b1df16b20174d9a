using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Reference;

namespace CtmsAnalytics.Workspace;

/// <content>The sample: a workspace with the shipped data.</content>
public sealed partial class Workbench
{
    private const string PartialExtension = ".partial";
    private const string LockName = "making";

    /// <summary>
    /// Opens a workspace, and makes it first where the folder has none: with the shipped reference tables, the OEWS wages and the synthetic sample of people, their qualifications and work, assignments and
    /// hours, as <c>ctms demo</c> does. It is made in a folder beside and put in place when it is complete; what a run that was killed left there is removed by the next one.
    /// </summary>
    /// <param name="folder">The folder; it is made where there is none.</param>
    /// <param name="progress">Receives the share of the imports done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops between two imports and leaves nothing behind.</param>
    /// <returns>The workbench.</returns>
    /// <exception cref="InputException">The shipped data are not found, another process is making the workspace, or the workspace that is there cannot be opened.</exception>
    /// <exception cref="IOException">The disk is full, or the folder cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Workbench OpenOrCreateSample(string folder, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!AnalystWorkspace.Exists(folder)) CreateSample(folder, progress, cancellationToken);
        return Open(folder);
    }

    private static void CreateSample(string folder, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (File.Exists(folder)) throw new InputException([new InputProblem(folder, null, null, "This is a file, not a folder.", "Choose another name.")]);
        var data = ShippedData.Folder;
        if (!File.Exists(SampleImports.RosterIn(data)))
            throw new InputException([new InputProblem(data, null, null, "The shipped data are not here.", "Start in the folder of a clone or in one of its folders, or put its folder data beside the library.")]);
        var making = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + PartialExtension;
        Directory.CreateDirectory(making);
        try
        {
            using var hold = Lock(folder, making);
            try
            {
                Clear(making);
                // Another process may have put it in place just before.
                if (AnalystWorkspace.Exists(folder)) return;
                using (var workspace = AnalystWorkspace.Create(making)) SampleImports.Bring(workspace, data, progress, cancellation);
                Directory.CreateDirectory(folder);
                File.Move(Path.Combine(making, AnalystWorkspace.FileName), Path.Combine(folder, AnalystWorkspace.FileName), overwrite: false);
            }
            finally
            {
                Clear(making);
            }
        }
        finally
        {
            RemoveEmpty(making);
        }
    }

    /// <summary>Holds the folder against another process for as long as the workspace is made in it.</summary>
    private static FileStream Lock(string folder, string making)
    {
        try
        {
            return new FileStream(Path.Combine(making, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            throw new InputException(new InputProblem(folder, null, null, "Another process is making this workspace.", "Wait until it ends, and open it again.").ToString(), exception);
        }
    }

    private static void Clear(string making)
    {
        foreach (var left in Directory.EnumerateFiles(making, AnalystWorkspace.FileName + "*")) File.Delete(left);
    }

    private static void RemoveEmpty(string making)
    {
        try
        {
            Directory.Delete(making);
        }
        catch (IOException)
        {
            // Another process makes the workspace in it by now, and removes it.
        }
    }
}
