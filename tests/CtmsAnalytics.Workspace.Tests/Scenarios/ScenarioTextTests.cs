using System.Text;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>Files that are not scenarios at all, or not text.</summary>
public sealed class ScenarioTextTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "1:1: The file is empty.")]
    [InlineData("# only a comment\n", "1:1: The file is empty.")]
    [InlineData("just text\n", "1:1: The file holds 'just text'.")]
    [InlineData("- a\n- b\n", "1:1: The file holds a list.")]
    [InlineData("name: A\nname: B\n", "2:1: The key 'name' stands twice; first on line 1. Keep one of them.")]
    [InlineData("name: A\nsupplements:\n\tSF: 0.1\n", "3:1: The line is indented with a tab. Indent with spaces.")]
    [InlineData("name: A\nsupplements:\n  SF: 0.1\n \tNY: 0.1\n", "4:2: The line is indented with a tab.")]
    [InlineData("name: A\nsupplements: { SF: 0.1\n", "This is not YAML: ")]
    [InlineData("name: \"A\n", "This is not YAML: ")]
    [InlineData("name: A\n  b: c\n", "2:4: This is not YAML: ")]
    [InlineData("name: A\n---\nname: B\n", "2:1: A second document begins here.")]
    [InlineData("name: A\nsupplements: &s { SF: 0.1 }\n", "2:14: The anchor &s names a value. Remove it: scenario files have no anchors.")]
    [InlineData("name: A\nsupplements: *s\n", "2:14: The alias *s stands for another value.")]
    [InlineData("name: !!binary A\n", "1:7: The tag 'tag:yaml.org,2002:binary' gives a value a type.")]
    [InlineData("? [a, b]\n: c\n", "1:3: A key is a list. A key is a name.")]
    public void Load_NotAScenario_SaysWhereAndWhy(string text, string message)
    {
        _folder.Write("a.yaml", text);

        Assert.Contains(_folder.Problems("a.yaml"), p => p.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_NotUtf8_PointsToTheFirstBadByte()
    {
        File.WriteAllBytes(_folder.At("a.yaml"), [.. "name: A\ndescription: Z"u8, 0xFC, .. "rich\n"u8]);

        Assert.Equal(["2:15: The file is not UTF-8 text from here on. Save it as UTF-8."], _folder.Problems("a.yaml"));
    }

    [Fact]
    public void Load_Utf16_SaysWhichEncodingItIs()
    {
        File.WriteAllText(_folder.At("a.yaml"), "name: A\n", Encoding.Unicode);

        Assert.Equal(["1:1: The file is UTF-16 text. Save it as UTF-8."], _folder.Problems("a.yaml"));
    }

    [Fact]
    public void Load_ByteOrderMarkAndWindowsLineEnds_AreRead()
    {
        File.WriteAllText(_folder.At("a.yaml"), "extends: baseline.yaml\r\nname: A\r\nsupplements: { SF: 5% }\r\n", new UTF8Encoding(true));

        Assert.StartsWith("3:20: ", Assert.Single(_folder.Problems("a.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AliasBomb_IsRefusedWithoutGrowing()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 9; i++) bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        _folder.Write("a.yaml", bomb.ToString());

        Assert.Contains(_folder.Problems("a.yaml"), p => p.StartsWith("2:10: The alias *a0 stands for another value.", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_DeepNesting_IsRefusedWithoutExhaustingTheStack()
    {
        _folder.Write("a.yaml", "name: " + new string('[', 100_000) + "\n");

        Assert.Equal(["1:22: Values are nested more than 16 deep. A scenario file is never that deep."], _folder.Problems("a.yaml"));
    }

    [Fact]
    public void Load_MoreKeysThanAnyScenario_StopsThere()
    {
        var text = new StringBuilder("name: A\nsupplements:\n");
        for (var i = 0; i < 60_000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  M{i}: 0\n");
        _folder.Write("a.yaml", text.ToString());

        Assert.StartsWith("25000:11:", _folder.Problems("a.yaml").Single(p => p.Contains("more than 50000 keys and values", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_HugeFile_IsRefusedBeforeItIsRead()
    {
        using (var stream = File.Create(_folder.At("a.yaml"))) stream.SetLength(2L << 30);

        Assert.Equal(["1:1: The file has 2147483648 bytes. A scenario file has at most 1048576 bytes."], _folder.Problems("a.yaml"));
    }

    /// <summary>Behind the last value that a scenario needs come only values with a default: a cut there leaves a scenario that says everything else as the whole file does.</summary>
    [Fact]
    public void Load_BaselineCutOffAnywhere_IsReportedOrLacksOnlyWhatHasADefault()
    {
        var text = File.ReadAllText(Shipped.Scenario("baseline.yaml"));
        var whole = _folder.Load("baseline.yaml").Values;
        var last = text.IndexOf("payment_pool:", StringComparison.Ordinal);
        const int Step = 7;
        foreach (var length in Enumerable.Range(0, last).Where(n => n % Step == 0).Concat(Enumerable.Range(last, text.Length - last)))
        {
            _folder.Write("cut.yaml", text[..length]);
            IReadOnlyList<ResolvedValue> values;
            try
            {
                values = _folder.Load("cut.yaml").Values;
            }
            catch (InputException exception)
            {
                Assert.NotEmpty(exception.Problems);
                continue;
            }

            Assert.True(length > last, $"{length}");
            var different = whole.Select(Said).Except(values.Select(Said)).Select(v => v.Path);
            Assert.All(different, path => Assert.True(path is "recognition.payment_pool" or "recognition.payment_approved" || path.StartsWith("special_working_conditions", StringComparison.Ordinal), $"{length}: {path}"));
        }

        static (string Path, DateOnly? Effective, string Text) Said(ResolvedValue value) => (value.Path, value.Effective, value.Text);
    }

    [Fact]
    public void Load_BaselineWithAnyCharacterReplaced_IsReadOrReported()
    {
        var text = File.ReadAllText(Shipped.Scenario("baseline.yaml"));
        var edits = from at in Gen.Choose(0, text.Length - 1) from c in Gen.Elements("\0\t\n\"'&*!|>%@`{}[],:#-?9.e~\u00e9\ud83d".ToCharArray()) select (at, c);
        Prop.ForAll(edits.ToArbitrary(), edit =>
        {
            File.WriteAllBytes(_folder.At("edited.yaml"), Encoding.UTF8.GetBytes(text[..edit.at] + edit.c + text[(edit.at + 1)..]));
            try
            {
                return _folder.Load("edited.yaml").Scenario.Policies.Count == 1;
            }
            catch (InputException exception)
            {
                return exception.Problems.Count > 0 && exception.Problems.All(p => p is { Line: > 0, Column: > 0 });
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }
}
