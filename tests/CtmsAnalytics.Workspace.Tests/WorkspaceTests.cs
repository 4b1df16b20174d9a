using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Schema;

namespace CtmsAnalytics.Workspace.Tests;

public sealed class WorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => Path.Combine(_folder["ws"], AnalystWorkspace.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Create_NewFolder_HoldsEveryShippedRow()
    {
        using (var workspace = AnalystWorkspace.Create(_folder["ws"]))
        {
            var counts = workspace.RowCounts();
            Assert.Equal(30, counts["executive_schedule"]);
            Assert.Equal(900, counts["gs_base"]);
            Assert.Equal(3230, counts["worksites"]);
            foreach (var file in Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "data", "reference"), "*.csv"))
                Assert.True(counts[Path.GetFileNameWithoutExtension(file)] > 0, file);
            Assert.True(counts["parameters"] > 0);
        }

        Assert.Equal([AnalystWorkspace.FileName], Directory.GetFiles(_folder["ws"]).Select(Path.GetFileName));
    }

    [Fact]
    public void Create_WhereThereIsAWorkspace_SaysSoAndChangesNothing()
    {
        AnalystWorkspace.Create(_folder["ws"]).Dispose();
        var before = File.ReadAllBytes(Database);

        var exception = Assert.Throws<InputException>(() => AnalystWorkspace.Create(_folder["ws"]));

        Assert.Contains("already", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    [Fact]
    public void Create_FolderThatIsAFile_SaysSo() =>
        Assert.Contains("file, not a folder", Assert.Throws<InputException>(() => AnalystWorkspace.Create(_folder.Write("ws", "text"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Create_FaultyReferenceFile_NamesTheFileAndLeavesNothingBehind()
    {
        CopyData(_folder["data"]);
        File.AppendAllText(Path.Combine(_folder["data"], "reference", "executive_schedule.csv"), "2027,EX-VI,1,published,nobody\n");

        var exception = Assert.Throws<InputException>(() => AnalystWorkspace.Create(_folder["ws"], _folder["data"]));

        Assert.Contains("executive_schedule.csv", exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["ws"]));
    }

    [Fact]
    public void Create_LeftoverOfAKilledInit_IsReplaced()
    {
        Directory.CreateDirectory(_folder["ws"]);
        File.WriteAllText(Database + ".partial", "half a workspace");

        AnalystWorkspace.Create(_folder["ws"]).Dispose();

        Assert.Equal([AnalystWorkspace.FileName], Directory.GetFiles(_folder["ws"]).Select(Path.GetFileName));
    }

    [Fact]
    public void Open_NoWorkspace_NamesTheCommandThatMakesOne() =>
        Assert.Contains("ctms init", Assert.Throws<InputException>(() => AnalystWorkspace.Open(_folder.Path)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("not a database, but long enough to be looked at as if it were one: 0123456789012345678901234567890123456789")]
    public void Open_FileThatIsNoWorkspace_SaysSoAndLeavesItAlone(string content)
    {
        Directory.CreateDirectory(_folder["ws"]);
        File.WriteAllText(Database, content);

        Assert.Contains("not a workspace", Assert.Throws<InputException>(() => AnalystWorkspace.Open(_folder["ws"])).Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(Database));
    }

    [Fact]
    public void Open_OtherDuckDbDatabase_SaysSo()
    {
        Directory.CreateDirectory(_folder["ws"]);
        Run("CREATE TABLE t (i INTEGER)");

        Assert.Contains("not a workspace", Assert.Throws<InputException>(() => AnalystWorkspace.Open(_folder["ws"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WrittenByANewerProgram_NamesBothVersionsAndChangesNothing()
    {
        AnalystWorkspace.Create(_folder["ws"]).Dispose();
        Run($"INSERT INTO workspace_version VALUES ({Migration.Latest + 7}, 'future', TIMESTAMP '2030-01-01')");
        var before = File.ReadAllBytes(Database);

        var exception = Assert.Throws<InputException>(() => AnalystWorkspace.Open(_folder["ws"]));

        Assert.Contains((Migration.Latest + 7).ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
        Assert.Contains($"up to {Migration.Latest}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    [Fact]
    public void Open_OlderVersion_IsRaisedWithItsDataAndABackupIsKept()
    {
        using (var old = AnalystWorkspace.Create(_folder["ws"], null, null, version: 1))
        {
            old.ImportRoster(RepositoryFiles.SampleRoster);
            Assert.False(old.RowCounts().ContainsKey("run"));
        }

        using (var raised = AnalystWorkspace.Open(_folder["ws"]))
        {
            Assert.Equal(0, raised.RowCounts()["run"]);
            Assert.Equal(204, raised.LoadRoster().Count);
            Assert.Equal("TEC", raised.LoadHistory("S0071").Single(r => r.Item == "work_level").Value);
        }

        Directory.CreateDirectory(_folder["restored"]);
        File.Copy(Database + ".v1.bak", Path.Combine(_folder["restored"], AnalystWorkspace.FileName));
        using var restored = AnalystWorkspace.Open(_folder["restored"]);
        Assert.Equal(204, restored.LoadRoster().Count);
    }

    [Fact]
    public void Open_VersionTwo_KeepsCostsAndGainsAreasAndParameters()
    {
        AnalystWorkspace.Create(_folder["ws"], null, null, version: 2).Dispose();
        Run("""
            INSERT INTO run VALUES ('r', TIMESTAMP '2026-01-01', '0.1.0', 'point estimate', DATE '2026-09-20', 1);
            INSERT INTO run_cost VALUES ('r', 'baseline', 2027, 'CISA', 'CSD', 'TEC', 'HI', 'nonforeign_allowance', 12345);
            DELETE FROM parameters WHERE name = 'student_loan_is_wages';
            UPDATE parameters SET value = 1000 WHERE name = 'leave_ceiling';
            """);

        using (var raised = AnalystWorkspace.Open(_folder["ws"]))
        {
            Assert.Equal((1, 113), (raised.RowCounts()["run_cost"], raised.RowCounts()["nonforeign_areas"]));
            Assert.Equal((1, 1000), (raised.LoadParameters().Latest("student_loan_is_wages").Value, raised.LoadParameters().Latest("leave_ceiling").Value));
        }

        Run("INSERT INTO run_cost VALUES ('r', 'baseline', 2027, 'CISA', 'CSD', 'TEC', 'HI', 'student_loan', 1)");
    }

    [Fact]
    public void Open_OlderVersionReadOnly_IsRaisedWithABackupAndThenReadOnly()
    {
        AnalystWorkspace.Create(_folder["ws"], null, null, version: 1).Dispose();
        var before = File.ReadAllBytes(Database);

        using (var raised = AnalystWorkspace.Open(_folder["ws"], readOnly: true))
        {
            Assert.Equal(1, raised.VersionBefore);
            Assert.NotEmpty(raised.LoadMarkets());
            Assert.ThrowsAny<Exception>(() => raised.ImportRoster(RepositoryFiles.SampleRoster));
        }

        Assert.Equal(before, File.ReadAllBytes(Database + ".v1.bak"));
        using var again = AnalystWorkspace.Open(_folder["ws"], readOnly: true);
        Assert.Equal(AnalystWorkspace.SchemaVersion, again.VersionBefore);
    }

    [SmallDiskFact]
    public void Open_OlderVersionOnAReadOnlyDisk_SaysWhichCommandRaisesIt()
    {
        using var disk = new SmallDisk(megabytes: 18);
        var folder = Path.Combine(disk.Path, "ws");
        AnalystWorkspace.Create(folder, null, null, version: 1).Dispose();
        disk.MakeReadOnly();

        var message = Assert.Throws<UnauthorizedAccessException>(() => AnalystWorkspace.Open(folder, readOnly: true)).Message;

        Assert.Contains("version 1", message, StringComparison.Ordinal);
        Assert.Contains($"ctms init {folder}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_MigrationThatFails_LeavesTheOldVersionInPlace()
    {
        AnalystWorkspace.Create(_folder["ws"], null, null, version: 1).Dispose();
        Run("CREATE TABLE run_note (mine INTEGER)");

        Assert.Throws<DuckDBException>(() => AnalystWorkspace.Open(_folder["ws"]));

        using var connection = new DuckDBConnection($"Data Source={Database}");
        connection.Open();
        Assert.Equal(1, Migrator.VersionOf(connection));
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'run'";
        Assert.Equal(0L, command.ExecuteScalar());
    }

    [Fact]
    public void Dispose_Twice_DoesNothing()
    {
        var workspace = AnalystWorkspace.Create(_folder["ws"]);
        workspace.Dispose();
        workspace.Dispose();
    }

    [SmallDiskFact]
    public void FullDisk_Import_SaysSoAndLeavesTheWorkspaceAsItWas()
    {
        using var disk = new SmallDisk(megabytes: 22);
        var folder = Path.Combine(disk.Path, "ws");
        AnalystWorkspace.Create(folder).Dispose();
        using (var workspace = AnalystWorkspace.Open(folder)) workspace.ImportRoster(RepositoryFiles.SampleRoster);
        disk.Fill(leaveKilobytes: 64);

        using (var workspace = AnalystWorkspace.Open(folder))
            Assert.Contains("disk is full", Assert.Throws<IOException>(() => workspace.ImportMarket(RepositoryFiles.Market("oews_metro_cyber.csv"))).Message, StringComparison.Ordinal);

        using var after = AnalystWorkspace.Open(folder, readOnly: true);
        Assert.Equal(204, after.LoadRoster().Count);
        Assert.Empty(after.LoadWages());
    }

    [SmallDiskFact]
    public void FullDisk_Create_SaysSoAndLeavesNothingBehind()
    {
        using var disk = new SmallDisk(megabytes: 1);

        Assert.Contains("disk is full", Assert.ThrowsAny<Exception>(() => AnalystWorkspace.Create(Path.Combine(disk.Path, "ws"))).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(disk.Path, "ws")));
    }

    [SmallDiskFact]
    public void FullDisk_OlderVersion_KeepsItAndLeavesNoHalfBackup()
    {
        using var disk = new SmallDisk(megabytes: 18);
        var folder = Path.Combine(disk.Path, "ws");
        AnalystWorkspace.Create(folder, null, null, version: 1).Dispose();
        disk.Fill(leaveKilobytes: 64);

        Assert.Contains("no backup could be written", Assert.Throws<IOException>(() => AnalystWorkspace.Open(folder)).Message, StringComparison.Ordinal);

        Assert.Equal([AnalystWorkspace.FileName], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [SmallDiskFact]
    public void ReadOnlyDisk_OpenForWritingOrCreate_SaysSo()
    {
        using var disk = new SmallDisk(megabytes: 18);
        var folder = Path.Combine(disk.Path, "ws");
        AnalystWorkspace.Create(folder).Dispose();
        disk.MakeReadOnly();

        Assert.Contains("cannot be written to", Assert.Throws<UnauthorizedAccessException>(() => AnalystWorkspace.Open(folder)).Message, StringComparison.Ordinal);
        Assert.Contains("Read-only", Assert.ThrowsAny<IOException>(() => AnalystWorkspace.Create(Path.Combine(disk.Path, "other"))).Message, StringComparison.Ordinal);
        using var workspace = AnalystWorkspace.Open(folder, readOnly: true);
        Assert.NotEmpty(workspace.LoadMarkets());
    }

    private static void CopyData(string to)
    {
        foreach (var folder in new[] { "reference", "policy" })
        {
            Directory.CreateDirectory(Path.Combine(to, folder));
            foreach (var file in Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "data", folder), "*.csv"))
                File.Copy(file, Path.Combine(to, folder, Path.GetFileName(file)));
        }
    }

    private void Run(string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>A file system of a few megabytes in memory.</summary>
public sealed class SmallDisk : IDisposable
{
    public SmallDisk(int megabytes)
    {
        Path = Directory.CreateTempSubdirectory("ctms-disk-").FullName;
        if (Mount("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={megabytes}m"), "tmpfs", Path) != 0) throw new IOException("The disk could not be mounted.");
    }

    public static bool IsPossible { get; } = TryOne();

    public string Path { get; }

    public void Fill(int leaveKilobytes)
    {
        var free = new DriveInfo(Path).AvailableFreeSpace - (leaveKilobytes * 1024L);
        using var filler = File.Create(System.IO.Path.Combine(Path, "filler"));
        filler.Write(new byte[free]);
    }

    public void MakeReadOnly() => Assert.Equal(0, Mount("mount", "-o", "remount,ro", Path));

    public void Dispose()
    {
        Mount("umount", Path);
        Directory.Delete(Path, recursive: true);
    }

    private static bool TryOne()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            new SmallDisk(1).Dispose();
            return true;
        }
        catch (Exception exception) when (exception is IOException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static int Mount(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

/// <summary>A test that needs a small disk; skipped, saying so, where none can be mounted.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.IsPossible) Skip = "A small disk cannot be mounted here (that needs Linux and the right to mount).";
    }
}
