using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CtmsAnalytics.Cli.Tests.Packaging;

/// <summary>What <c>dotnet pack</c> makes, installed and used where nothing of the clone is: native DuckDB, shipped figures and chart renderer included.</summary>
public sealed partial class PackageTests(PackedFixture packed) : IClassFixture<PackedFixture>
{
    private static readonly string[] Ids = ["CtmsAnalytics", "CtmsAnalytics.Charts", "CtmsAnalytics.Cli", "CtmsAnalytics.DuckDb", "CtmsAnalytics.Notebooks", "CtmsAnalytics.Workspace"];

    [Fact]
    public void Packages_OfTheSolution_CarryReadmeLicenceSymbolsAndNoPathOfThisMachine()
    {
        Assert.Equal(Ids, Directory.GetFiles(packed.Of("out"), "*.nupkg").Select(f => Version().Replace(Path.GetFileName(f), "")).Order(StringComparer.Ordinal));
        Assert.Equal(Ids, Directory.GetFiles(packed.Of("out"), "*.snupkg").Select(f => Version().Replace(Path.GetFileName(f), "")).Order(StringComparer.Ordinal));
        foreach (var file in Directory.GetFiles(packed.Of("out"), "*.nupkg"))
        {
            using var package = ZipFile.OpenRead(file);
            using var text = new StreamReader(package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
            var nuspec = text.ReadToEnd();
            var metadata = XDocument.Parse(nuspec).Root!.Elements().Single(e => e.Name.LocalName == "metadata").Elements().ToLookup(e => e.Name.LocalName, e => e.Value);
            Assert.Equal(("MIT", "README.md"), (metadata["license"].Single(), metadata["readme"].Single()));
            Assert.NotEmpty(metadata["description"].Single());
            Assert.Contains(package.Entries, e => e.FullName == "README.md");
            Assert.All(package.Entries.Where(e => e.Name.EndsWith(".nuspec", StringComparison.Ordinal) || e.Name.StartsWith("CtmsAnalytics", StringComparison.Ordinal)), e =>
            {
                using var bytes = new MemoryStream();
                using (var content = e.Open()) content.CopyTo(bytes);
                Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)));
            });
        }
    }

    [Fact]
    public void Tool_InstalledOnACleanMachine_RunsTheDemoWithDuckDbAndCharts()
    {
        var (code, output) = packed.Run(packed.Of(), "dotnet", ["tool", "install", "CtmsAnalytics.Cli", "--tool-path", packed.Of("t"), "--configfile", packed.Of("nuget.config")]);
        Assert.True(code == 0, output);
        var ctms = packed.Of("t", OperatingSystem.IsWindows() ? "ctms.exe" : "ctms");

        (code, output) = packed.Run(packed.Of("app"), ctms, ["demo"]);

        Assert.True(code == 0, output);
        Assert.Contains("is stored in the workspace.", output, StringComparison.Ordinal);
        var report = File.ReadAllText(packed.Of("app", "demo", "report.html"));
        Assert.Contains("<svg", report, StringComparison.Ordinal);
        Assert.DoesNotContain(packed.Of(), report, StringComparison.Ordinal);
        Assert.Equal((0, "0.1.0"), packed.Run(packed.Of("app"), ctms, ["--version"]) is var (version, text) ? (version, text.Split('+')[0].Trim()) : default);
    }

    [Fact]
    public void Libraries_InAProjectOfTheirUser_RunTheProgramOfTheReadme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "CtmsAnalytics.Charts", "README.md"));
        var folder = Directory.CreateDirectory(packed.Of("app", "consumer")).FullName;
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program().Match(readme).Groups[1].Value);
        File.WriteAllText(
            Path.Combine(folder, "consumer.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="CtmsAnalytics.Charts" Version="0.1.0" />
                <PackageReference Include="CtmsAnalytics.Workspace" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
        foreach (var shipped in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "data", Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "data"), shipped));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(shipped, copy);
        }

        var (code, output) = packed.Run(folder, "dotnet", ["build", "--nologo", "-v", "quiet", "-o", packed.Of("app", "built"), "-p:RestoreConfigFile=" + packed.Of("nuget.config")]);
        Assert.True(code == 0, output);
        Assert.True(File.Exists(packed.Of("app", "built", "data", "policy", "parameters.csv")));
        Assert.True(File.Exists(packed.Of("app", "built", "render", "vega-render.cjs")));

        (code, output) = packed.Run(folder, "dotnet", [packed.Of("app", "built", "consumer.dll")]);

        Assert.True(code == 0, output);
        Assert.StartsWith("Proposal costs $", output, StringComparison.Ordinal);
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(folder, "bridge.svg")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\.[0-9]+\.[0-9]+\.[0-9]+\.s?nupkg$")]
    private static partial Regex Version();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
