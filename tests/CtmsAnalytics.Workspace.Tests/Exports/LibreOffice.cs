using System.Diagnostics;

namespace CtmsAnalytics.Workspace.Tests.Exports;

/// <summary>LibreOffice without a window, with a profile of its own.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The program; null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>Opens a workbook, calculates every formula anew and saves it again.</summary>
    /// <param name="workbook">The file.</param>
    /// <param name="folder">A folder of the test's own.</param>
    /// <returns>The saved file.</returns>
    public static string Recalculate(string workbook, string folder)
    {
        var profile = Path.Combine(folder, "profile");
        var settings = Directory.CreateDirectory(Path.Combine(profile, "user")).FullName;
        File.WriteAllText(Path.Combine(settings, "registrymodifications.xcu"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """);
        var output = Path.Combine(folder, "recalculated");
        var start = new ProcessStartInfo(Program!, ["--headless", "--norestore", $"-env:UserInstallation={new Uri(profile)}", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", output, workbook])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("LibreOffice did not end.");
        }

        var saved = Path.Combine(output, Path.GetFileName(workbook));
        Assert.True(File.Exists(saved), said.Result + errors.Result);
        return saved;
    }
}
