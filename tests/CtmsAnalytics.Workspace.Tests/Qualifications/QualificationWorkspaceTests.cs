using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Qualifications;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Tests.Scenarios;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Tests.Qualifications;

public sealed class QualificationWorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;

    public QualificationWorkspaceTests() => _workspace = FreshWorkspace.Open(_folder["ws"]);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void ImportQualifications_BadRows_AreSetAsideWithParagraphAndLine()
    {
        var report = _workspace.ImportQualifications(Write("q.csv", "person_id,qualification,proficiency,determined\nP1,NET,7,2025-06-01\nP1,NTE,2,2025-06-01\nP1,SYS,3,06/07/2025\nP2,SYS,3,2025-07-01\nP2,SYS,4,2025-07-01\n"));

        Assert.Equal((5, 1, 4), (report.RowsRead, report.RowsKept, report.RowsQuarantined));
        var entries = _workspace.LoadQuarantine()!.Entries;
        Assert.Equal([(2L, "158.404(b)(1)"), (3L, "158.402(c)"), (4L, ""), (6L, "")], entries.Select(e => (e.Row, e.Paragraph)));
        Assert.Contains("Nearest is NET", entries[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadQualifications_LaterDetermination_HoldsAndTheEarlierStays()
    {
        _workspace.ImportQualifications(Write("a.csv", "person_id,qualification,proficiency,determined\nP1,NET,2,2025-01-01\nP1,SYS,1,2025-01-01\n"));
        _workspace.ImportQualifications(Write("b.csv", "person_id,qualification,proficiency,determined\nP1,NET,3.5,2025-06-01\n"));
        _workspace.ImportQualifications(Write("c.csv", "person_id,work_factor,rating,determined\nP1,WCX,4,2025-03-01\n"));

        var now = Assert.Single(_workspace.LoadQualifications());
        Assert.Equal((3.5, 1d, 4d), (now.Proficiency["NET"], now.Proficiency["SYS"], now.Work["WCX"]));
        Assert.Equal(new DateOnly(2025, 6, 1), now.Determined);
        Assert.Equal(2, Assert.Single(_workspace.LoadQualifications(new DateOnly(2025, 2, 1))).Proficiency["NET"]);
    }

    [Fact]
    public void Sample_Files_AreWhatTheGeneratorMakes()
    {
        var (qualifications, work) = SampleQualifications.Generate(Shipped.DataFolder);

        Assert.Equal(File.ReadAllText(Path.Combine(Shipped.DataFolder, "sample", "qualifications.csv")), qualifications);
        Assert.Equal(File.ReadAllText(Path.Combine(Shipped.DataFolder, "sample", "work.csv")), work);
    }

    [Fact]
    public void Sample_ValuedByTheShippedScheme_ReproducesMostLevelsAndStandsInTheManifest()
    {
        Import();
        var roster = ValuedRoster.Of(_workspace.LoadRoster(), _workspace.LoadQualifications(), _workspace.LoadValuation()!);

        var study = ValuationAnalysis.Of(roster, "roster.csv", _workspace.Inputs());

        Assert.Equal(204, study.People.Count);
        Assert.InRange(1 - (study.Misfits.Count / 204.0), 0.8, 0.9);
        Assert.Equal(["roster", "market", "parameters", "qualifications", "library", "scheme"], study.Manifest.Inputs.Select(i => i.Role));
        _workspace.SaveStudy(study);
        var loaded = Assert.IsType<ValuationStudy>(_workspace.LoadStudy(study.Manifest.RunId));
        Assert.Equal(study.People, loaded.People);
    }

    [Fact]
    public void Inputs_WithoutQualifications_AreThoseOfBefore()
    {
        _workspace.ImportRoster(Path.Combine(Shipped.DataFolder, "sample", "roster.csv"));

        Assert.Equal(["roster", "market", "parameters"], _workspace.Inputs().Select(i => i.Role));
    }

    [Fact]
    public void ImportLibrary_EditedCutPoint_ComesInForceAndBadOnesAreNamed()
    {
        var edited = _folder["edited"];
        Directory.CreateDirectory(edited);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped.DataFolder, "qualifications"), "*.csv")) File.Copy(file, Path.Combine(edited, Path.GetFileName(file)));
        Assert.False(_workspace.ImportLibrary(edited).Changed);
        var levels = Path.Combine(edited, "scheme_levels.csv");
        var text = File.ReadAllText(levels);
        File.WriteAllText(levels, text.Replace("technical,555", "technical,560", StringComparison.Ordinal));

        Assert.True(_workspace.ImportLibrary(edited).Changed);
        Assert.Equal(560, _workspace.LoadValuation()!.Scheme.Levels.Single(l => l.Code == "ADV").CutPoint);
        File.WriteAllText(levels, text.Replace("technical,555", "technical,400", StringComparison.Ordinal));
        var thrown = Assert.Throws<InputException>(() => _workspace.ImportLibrary(edited));
        Assert.Contains("The cut point of ADV (400 points) is not above the one of TEC (425)", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ImportFramework_OnetTextAndDcwf_AreReadAsPublished()
    {
        Write("fw/roles.csv", "dcwf_code,nist_nice_id,role,element_id,element,description\n421,OM-DA-001,Database Administrator,it,IT,Administers databases.\n");
        Write("fw/ksats.csv", "ksat_id,kind,description\n22,Knowledge,Networking.\n");
        Write("fw/links.csv", "dcwf_code,ksat_id,core_or_additional\n421,22,core\n421,999,core\n");
        Write("fw/Skills.txt", "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant\n15-1212.00\t2.A.1.a\tReading Comprehension\tIM\t4.00\tN\tn/a\n15-1212.00\t2.A.1.a\tReading Comprehension\tLV\t3.88\tY\tN\n");
        Write("fw/readme.txt", "nothing\n");

        var reports = AnalystWorkspace.FrameworkFiles([_folder["fw"]]).Select(f => _workspace.ImportFramework(f)).ToList();

        Assert.Equal(4, reports.Count);
        var counts = _workspace.RowCounts();
        Assert.Equal((1L, 2L, 3L), (counts["framework_role"], counts["framework_element"], counts["framework_role_element"]));
        Assert.Contains("no KSAT 999", _workspace.LoadQuarantine()!.Entries[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_OfTheShippedLibrary_AreElementsOfThePublishedFrameworks()
    {
        var skills = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Shipped.DataFolder))!, "shared", "data", "skills");
        if (!Directory.Exists(skills)) skills = Path.Combine(Path.GetDirectoryName(Shipped.DataFolder)!, "..", "..", "shared", "data", "skills");
        if (!Directory.Exists(skills)) return;
        var elements = new HashSet<(string, string)>();
        foreach (var table in AnalystWorkspace.FrameworkFiles([skills]).Select(f => FrameworkReader.Read(CtmsAnalytics.Workspace.Tables.FileContent.Read(f), null, null)))
        {
            elements.UnionWith(table.Elements.Select(e => (table.Framework, e.Element)));
            elements.UnionWith(table.Roles.Select(r => (table.Framework, r.Role)));
        }

        var library = QualificationFiles.Read(Path.Combine(Shipped.DataFolder, "qualifications")).Library;
        Assert.All(library.Qualifications.SelectMany(q => q.Links).Concat(library.Specialisations.SelectMany(s => s.WorkRoles)), l => Assert.Contains((l.Framework, l.Id), elements));
    }

    [Theory]
    [InlineData("weights: { LEX: 0.3 }", "no factor 'LEX'", "LEA")]
    [InlineData("cut_points: { ADX: 500 }", "no work level 'ADX'", "ADV")]
    [InlineData("cut_points: { ADV: 400 }", "is not above the one of TEC", "")]
    [InlineData("weights: { LEA: -1 }", "valuation.weights.LEA", "158.404(b)")]
    public void Scenario_BadValuation_IsNamedWithWhatWouldBeRight(string section, string what, string right)
    {
        using var folder = new ScenarioFolder();
        folder.Write("changed.yaml", $"extends: baseline.yaml\nname: Changed\nvaluation: {{ {section} }}\n");

        var problems = string.Join('\n', folder.Problems("changed.yaml"));
        Assert.Contains(what, problems, StringComparison.Ordinal);
        Assert.Contains(right, problems, StringComparison.Ordinal);
    }

    private void Import()
    {
        _workspace.ImportRoster(Path.Combine(Shipped.DataFolder, "sample", "roster.csv"));
        _workspace.ImportQualifications(Path.Combine(Shipped.DataFolder, "sample", "qualifications.csv"));
        _workspace.ImportQualifications(Path.Combine(Shipped.DataFolder, "sample", "work.csv"));
    }

    private string Write(string name, string text)
    {
        var path = _folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
