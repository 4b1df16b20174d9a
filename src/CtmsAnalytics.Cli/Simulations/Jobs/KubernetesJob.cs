using CtmsAnalytics.Diagnostics;
using YamlDotNet.Serialization;

namespace CtmsAnalytics.Cli.Simulations.Jobs;

/// <summary>A manifest for Kubernetes: an indexed job with one pod for each shard. The persistent volume claim holds what the present folder holds.</summary>
/// <param name="Shards">Number of shards, one pod each.</param>
/// <param name="Image">Image whose command <c>ctms</c> is this program.</param>
/// <param name="Claim">Name of the persistent volume claim.</param>
/// <param name="Folder">Folder on this machine that the claim holds.</param>
public sealed record KubernetesJob(int Shards, string Image, string Claim, string Folder) : JobOptions(Shards)
{
    private const string Mount = "/work";
    private const string Volume = "work";
    private const int MostRestarts = 3;

    /// <inheritdoc/>
    public override string Write(string runId, SimulateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var name = $"ctms-{runId}";
        // The shell gets every argument as a word of its own; it only adds one to the index, which Kubernetes counts from 0.
        List<string> command = ["/bin/sh", "-c", "exec \"$@\" --shard \"$((JOB_COMPLETION_INDEX + 1))/" + Number(Shards) + "\"", "sh", "ctms", .. Arguments(runId, options, Inside), "--threads", "1"];
        var resources = new Dictionary<string, object> { ["cpu"] = "1", ["memory"] = "2Gi" };
        var job = new Dictionary<string, object>
        {
            ["apiVersion"] = "batch/v1",
            ["kind"] = "Job",
            ["metadata"] = new Dictionary<string, object> { ["name"] = name, ["labels"] = new Dictionary<string, object> { ["app.kubernetes.io/name"] = "ctms" } },
            ["spec"] = new Dictionary<string, object>
            {
                ["completionMode"] = "Indexed",
                ["completions"] = Shards,
                ["parallelism"] = Shards,
                ["backoffLimitPerIndex"] = MostRestarts,
                ["maxFailedIndexes"] = 0,
                ["template"] = new Dictionary<string, object>
                {
                    ["spec"] = new Dictionary<string, object>
                    {
                        ["restartPolicy"] = "Never",
                        ["containers"] = new List<object>
                        {
                            new Dictionary<string, object>
                            {
                                ["name"] = "ctms",
                                ["image"] = Image,
                                ["workingDir"] = Mount,
                                ["command"] = command.Select(Unexpanded).ToList(),
                                ["resources"] = new Dictionary<string, object> { ["requests"] = resources, ["limits"] = new Dictionary<string, object>(resources) },
                                ["volumeMounts"] = new List<object> { new Dictionary<string, object> { ["name"] = Volume, ["mountPath"] = Mount } },
                            },
                        },
                        ["volumes"] = new List<object>
                        {
                            new Dictionary<string, object> { ["name"] = Volume, ["persistentVolumeClaim"] = new Dictionary<string, object> { ["claimName"] = Claim } },
                        },
                    },
                },
            },
        };
        var yaml = new SerializerBuilder().WithQuotingNecessaryStrings().DisableAliases().Build().Serialize(job).ReplaceLineEndings("\n");
        return $"""
            # Run {runId} in {Number(Shards)} shards. The claim holds a copy of the folder in which this was written.
            # A pod continues from its checkpoint, and leaves a shard alone that is complete, so any of it can be applied again.
            #   kubectl apply -f THIS_FILE && kubectl wait --for=condition=complete --timeout=-1s job/{name}
            # Then, where the claim is mounted:  ctms merge OUT --workspace WORKSPACE
            {yaml}
            """.ReplaceLineEndings("\n");
    }

    /// <summary>A path inside of the claim.</summary>
    private string Inside(string path)
    {
        var relative = Path.GetRelativePath(Folder, Path.GetFullPath(path, Folder));
        if (relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(relative))
            throw new InputException($"{path}: This lies outside of {Folder}, which the claim of the pods holds. Start the command in a folder that holds scenarios, workspace and --out.");
        // A name that begins with a minus sign is not an option.
        return relative == "." ? relative : "./" + relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Kubernetes replaces $(NAME) in a command; doubled, a dollar sign stands for itself.</summary>
    private static string Unexpanded(string word) => word.Replace("$", "$$", StringComparison.Ordinal);
}
