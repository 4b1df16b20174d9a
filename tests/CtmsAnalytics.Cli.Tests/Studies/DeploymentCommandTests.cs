using System.Text.Json;

namespace CtmsAnalytics.Cli.Tests.Studies;

public sealed class DeploymentCommandTests(StudyFolder study) : IClassFixture<StudyFolder>
{
    [Fact]
    public void Match_Qualifications_AreTheWorkspacesOrTheFilesAndNothingElse()
    {
        Assert.Equal(0, study.Folder.Ctms("import", "assignments", "data/sample/assignments.csv", "-w", "work").ExitCode);

        var (code, _, error) = study.Folder.Ctms("deployment", "match", "-w", "work");
        Assert.Equal(1, code);
        Assert.Contains("ctms import qualifications FILE -w work", error, StringComparison.Ordinal);

        Assert.Equal("qualifications.csv", Qualifications("--qualifications", "data/sample/qualifications.csv"));
        Assert.Equal(0, study.Folder.Ctms("import", "qualifications", "data/sample/qualifications.csv", "data/sample/work.csv", "-w", "work").ExitCode);
        Assert.Equal("workspace: 204 people, from qualifications.csv", Qualifications());
    }

    private string? Qualifications(params string[] options)
    {
        using var json = JsonDocument.Parse(study.Folder.Ctms(["deployment", "match", "-w", "work", "--json", .. options]).Output);
        Assert.NotEmpty(json.RootElement.GetProperty("matching").GetProperty("matches").EnumerateArray());
        return json.RootElement.GetProperty("manifest").GetProperty("inputs").EnumerateArray().Single(i => i.GetProperty("role").GetString() == "qualifications").GetProperty("name").GetString();
    }
}
