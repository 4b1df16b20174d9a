using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Cli.Simulations.Jobs;
using CtmsAnalytics.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace CtmsAnalytics.Cli.Tests.Jobs;

public sealed class KubernetesJobTests
{
    private static readonly SimulateOptions Options = new(["a b.yaml", "it's $(HOME): \"x\" #1.yaml"], "ws", null, 1000, 4, 0) { Out = "out/put", Analysis = "auto" };

    [Fact]
    public void Manifest_Run_IsAnIndexedJobWithOnePodForEachShard()
    {
        var job = Parse(new KubernetesJob(16, "registry/ctms:1", "claim-1", "/home/me").Write("0123456789ab", Options));
        Assert.Equal("batch/v1", Text(job, "apiVersion"));
        Assert.Equal("Job", Text(job, "kind"));
        Assert.Equal("ctms-0123456789ab", Text(job, "metadata", "name"));
        Assert.Equal("Indexed", Text(job, "spec", "completionMode"));
        Assert.Equal(("16", "16", "3"), (Text(job, "spec", "completions"), Text(job, "spec", "parallelism"), Text(job, "spec", "backoffLimitPerIndex")));
        var pod = At(job, "spec", "template", "spec");
        Assert.Equal("Never", Text(pod, "restartPolicy"));
        Assert.Equal("claim-1", Text(((YamlSequenceNode)At(pod, "volumes"))[0], "persistentVolumeClaim", "claimName"));
        var container = ((YamlSequenceNode)At(pod, "containers"))[0];
        Assert.Equal("registry/ctms:1", Text(container, "image"));
        Assert.Equal(Text(container, "workingDir"), Text(((YamlSequenceNode)At(container, "volumeMounts"))[0], "mountPath"));
        Assert.Equal(("1", "2Gi"), (Text(container, "resources", "requests", "cpu"), Text(container, "resources", "limits", "memory")));
        var command = ((YamlSequenceNode)At(container, "command")).Select(n => ((YamlScalarNode)n).Value!.Replace("$$", "$", StringComparison.Ordinal)).ToList();
        Assert.Equal(["/bin/sh", "-c", "exec \"$@\" --shard \"$((JOB_COMPLETION_INDEX + 1))/16\"", "sh", "ctms", "simulate", "./a b.yaml", "./it's $(HOME): \"x\" #1.yaml"], command[..8]);
        Assert.Contains("--resume", command);
        Assert.All(((YamlSequenceNode)At(container, "command")).Select(n => ((YamlScalarNode)n).Value!), word => Assert.DoesNotMatch(@"(?<!\$)(\$\$)*\$\(", word));
    }

    [Fact]
    public void Manifest_PathOutsideTheFolder_IsRefusedByName()
    {
        var problem = Assert.Throws<InputException>(() => new KubernetesJob(2, "ctms", "ctms", "/home/me").Write("0123456789ab", Options with { Workspace = "../other" }));
        Assert.StartsWith("../other: This lies outside of /home/me", problem.Message, StringComparison.Ordinal);
    }

    private static YamlNode Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return Assert.Single(yaml.Documents).RootNode;
    }

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, (n, key) => n[key]);

    private static string Text(YamlNode node, params string[] path) => ((YamlScalarNode)At(node, path)).Value!;
}
