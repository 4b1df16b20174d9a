using System.Text;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Tables;
using CtmsAnalytics.Workspace.Tests.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Workspace.Tests.Roster;

public sealed class RosterReaderTests
{
    private const string Header = "person_id,component,organisation,pay_plan,track,work_level,worksite_fips,appointment_type,schedule,hours_per_work_period,entry_on_duty,structure_salary,salary,health_plan,last_rating,as_of";
    private const string Good = "P1,CISA,CSD,DC,Technical,T2,11001,continuing,full-time,80,2023-01-15,130000,143000,self_only,2,2025-03-31";
    private static readonly RosterRules Rules = new(new HashSet<string> { "11001", "01001" }, 379_650, "150 % of EX-I 2026, 253,100", 80);

    [Fact]
    public void Row_ThatIsRight_IsKeptWithItsValues()
    {
        var row = Assert.Single(Read(Good).Rows);

        Assert.Equal(
            new RosterRow(2, "P1", "CISA", "CSD", "DC", "Technical", "T2", "11001", "continuing", "full-time", 80, new DateOnly(2023, 1, 15), 130000, 143000, "self_only", 2, new DateOnly(2025, 3, 31)),
            row);
    }

    [Theory]
    [InlineData("salary", "379651", "salary above every ceiling", "158.613(c)", "379,650")]
    [InlineData("salary", "-143000", "salary is negative", "", "above zero")]
    [InlineData("salary", "(143000)", "salary is negative", "", "above zero")]
    [InlineData("salary", "0", "salary is zero", "", "whole dollars")]
    [InlineData("salary", "129999", "salary below structure salary", "158.612", "130,000")]
    [InlineData("salary", "143000.50", "salary is not in whole dollars", "", "whole dollars")]
    [InlineData("salary", "lots", "salary is not a number", "", "125000")]
    [InlineData("salary", "", "value is missing", "", "whole dollars")]
    [InlineData("structure_salary", "=A1", "salary is not a number", "", "125000")]
    [InlineData("worksite_fips", "99999", "unknown worksite", "158.704", "five digits")]
    [InlineData("worksite_fips", "", "unknown worksite", "158.704", "official worksite")]
    [InlineData("appointment_type", "continuuing", "unknown appointment type", "158.522", "Did you mean continuing?")]
    [InlineData("schedule", "fulltme", "unknown schedule", "158.705", "Did you mean full-time?")]
    [InlineData("health_plan", "self and fam", "unknown health plan", "", "Did you mean self_and_family?")]
    [InlineData("pay_plan", "GS", "unknown pay plan", "", "DC, DL")]
    [InlineData("hours_per_work_period", "79", "hours do not fit the schedule", "158.705", "has 80 hours")]
    [InlineData("hours_per_work_period", "80.5", "hours are not a whole number", "158.705", "whole number")]
    [InlineData("entry_on_duty", "2025-04-01", "entry on duty in the future", "", "2025-03-31")]
    [InlineData("entry_on_duty", "03/04/2025", "date in the wrong format", "", "2025-03-04 or 2025-04-03")]
    [InlineData("entry_on_duty", "31.12.2020", "date in the wrong format", "", "2025-03-31")]
    [InlineData("entry_on_duty", "2023-02-29", "date in the wrong format", "", "2025-03-31")]
    [InlineData("last_rating", "4", "unknown rating", "158.805", "0, 1, 2 or 3")]
    [InlineData("person_id", "", "value is missing", "", "person_id")]
    public void Value_ThatIsWrong_SetsTheRowAsideWithItsReason(string column, string value, string code, string paragraph, string right)
    {
        var table = Read(With(Good, column, value), Good.Replace("P1", "P2", StringComparison.Ordinal));

        var entry = Assert.Single(table.Quarantined);
        Assert.Equal((2L, column, value, code, paragraph), (entry.Row, entry.Column, entry.Value, entry.Code, entry.Paragraph));
        Assert.Contains(right, entry.Reason, StringComparison.Ordinal);
        Assert.Equal("P2", Assert.Single(table.Rows).PersonId);
        Assert.Equal(1, table.RowsSetAside);
    }

    [Fact]
    public void SalaryAtTheCeiling_IsKept() => Assert.Equal(379650, Assert.Single(Read(With(Good, "salary", "379650")).Rows).Salary);

    [Theory]
    [InlineData("part-time", "79", true)]
    [InlineData("part-time", "80", false)]
    [InlineData("part-time", "1", true)]
    [InlineData("part-time", "0", false)]
    [InlineData("contingent", "80", true)]
    [InlineData("contingent", "81", false)]
    [InlineData("full-time", "80", true)]
    [InlineData("full-time", "-80", false)]
    public void Hours_AtTheBoundariesOfASchedule_FitOrNot(string schedule, string hours, bool fits) =>
        Assert.Equal(fits ? 1 : 0, Read(With(With(Good, "schedule", schedule), "hours_per_work_period", hours)).Rows.Count);

    [Fact]
    public void Row_WithSeveralFaults_ListsThemAllAndCountsOnce()
    {
        var table = Read(With(With(Good, "salary", "-1"), "worksite_fips", "7"));

        Assert.Equal(["unknown worksite", "salary is negative"], table.Quarantined.Select(q => q.Code));
        Assert.Equal(1, table.RowsSetAside);
    }

    [Fact]
    public void Worksite_ThatLostItsZero_IsPutRightAndCounted()
    {
        var table = Read(With(Good, "worksite_fips", "1001"));

        Assert.Equal("01001", Assert.Single(table.Rows).WorksiteFips);
        Assert.Contains(table.Notes, n => n.Contains("leading zero", StringComparison.Ordinal) && n.StartsWith('1'));
    }

    [Fact]
    public void Person_ThatStandsTwice_SetsAllItsRowsAside()
    {
        var table = Read(Good, Good.Replace("P1", "P2", StringComparison.Ordinal), With(Good, "salary", "150000"));

        Assert.Equal([(2L, "duplicate person"), (4L, "duplicate person")], table.Quarantined.Select(q => (q.Row, q.Code)));
        Assert.Contains("2, 4", table.Quarantined[0].Reason, StringComparison.Ordinal);
        Assert.Equal("P2", Assert.Single(table.Rows).PersonId);
    }

    [Fact]
    public void Person_WhoseTwinIsFaulty_IsSetAsideAsWell()
    {
        var table = Read(Good, With(Good, "salary", "-1"));

        Assert.Empty(table.Rows);
        Assert.Equal(2, table.RowsSetAside);
    }

    [Fact]
    public void Dates_OfAnotherDay_AreSetAside()
    {
        var table = Read(Good, Good.Replace("P1", "P2", StringComparison.Ordinal), With(Good.Replace("P1", "P3", StringComparison.Ordinal), "as_of", "2024-03-31"));

        Assert.Equal(new DateOnly(2025, 3, 31), table.AsOf);
        Assert.Equal((4L, "another date"), (table.Quarantined.Single().Row, table.Quarantined.Single().Code));
    }

    [Theory]
    [InlineData("Person ID,Component,Organization,Pay Plan,Career Track,Level,County FIPS,Type of Appointment,Work Schedule,Hours,EOD,Structure Salary,Annual Salary,FEHB,Rating,As Of Date")]
    [InlineData("PERSON_ID,COMPONENT,ORGANISATION,PAY_PLAN,TRACK,WORK_LEVEL,WORKSITE_FIPS,APPOINTMENT_TYPE,SCHEDULE,HOURS_PER_WORK_PERIOD,ENTRY_ON_DUTY,STRUCTURE_SALARY,SALARY,HEALTH_PLAN,LAST_RATING,AS_OF")]
    public void Header_InOtherWordsOrCase_IsUnderstood(string header) => Assert.Single(ReadText($"{header}\n{Good}\n").Rows);

    [Fact]
    public void Header_WithoutARequiredColumn_NamesTheNearestOneAndTheOption()
    {
        var exception = Assert.Throws<InputException>(() => ReadText($"{Header.Replace("worksite_fips", "wrksite_fps", StringComparison.Ordinal)}\n{Good}\n"));

        Assert.Contains("no column worksite_fips", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--map \"wrksite_fps=worksite_fips\"", exception.Message, StringComparison.Ordinal);
        var table = ReadText($"{Header.Replace("worksite_fips", "wrksite_fps", StringComparison.Ordinal)}\n{Good}\n",
            new RosterImportOptions { Map = new Dictionary<string, string> { ["Wrksite Fps"] = "worksite_fips" } });
        Assert.Single(table.Rows);
    }

    [Fact]
    public void Header_WithAnUnknownColumn_OffersTheNearestOneAndReadsOn()
    {
        var table = ReadText($"{Header.Replace("last_rating", "last_ratng", StringComparison.Ordinal)},shoe size\n{Good},44\n");

        Assert.Single(table.Rows);
        Assert.Contains(table.Notes, n => n.Contains("'last_ratng'", StringComparison.Ordinal) && n.Contains("Did you mean last_rating?", StringComparison.Ordinal));
        Assert.Contains(table.Notes, n => n.Contains("'shoe size'", StringComparison.Ordinal) && !n.Contains("Did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public void Map_ToAnUnknownName_OffersTheNearestOne()
    {
        var exception = Assert.Throws<InputException>(() => Read(new RosterImportOptions { Map = new Dictionary<string, string> { ["x"] = "salry" } }, Good));

        Assert.Contains("Nearest is salary", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Header_WithTheSameColumnTwice_IsAnError() =>
        Assert.Contains("both mean", Assert.Throws<InputException>(() => ReadText($"{Header},Salary\n{Good},1\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void AsOf_AsOption_StandsInForTheColumn()
    {
        var text = $"{Header[..^",as_of".Length]}\n{Good[..^",2025-03-31".Length]}\n";

        Assert.Contains("--as-of", Assert.Throws<InputException>(() => ReadText(text)).Message, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2025, 6, 30), ReadText(text, new RosterImportOptions { AsOf = new DateOnly(2025, 6, 30) }).AsOf);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void Text_WithAnotherSeparator_IsRead(char separator) =>
        Assert.Single(ReadText($"{Header}\n{Good}\n".Replace(',', separator)).Rows);

    public static TheoryData<string> Encodings => ["utf-8 mark", "utf-16", "utf-16 without mark", "utf-16 big endian", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_InAnyUsualEncoding_KeepsItsLetters(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding encoding = name switch
        {
            "utf-8 mark" => new UTF8Encoding(true),
            "utf-16" => new UnicodeEncoding(false, true),
            "utf-16 without mark" => new UnicodeEncoding(false, false),
            "utf-16 big endian" => new UnicodeEncoding(true, true),
            _ => Encoding.GetEncoding(1252),
        };
        var text = $"{Header}\r\n{With(Good, "organisation", "Büro “Zürich”")}\r\n";

        var table = Read(FileContent.FromBytes("r.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));

        Assert.Equal("Büro “Zürich”", Assert.Single(table.Rows).Organisation);
    }

    [Fact]
    public void Text_QuotedWithNewLineSeparatorAndFormula_IsJustText()
    {
        var table = ReadText($"{Header}\n{With(Good, "organisation", "\"=HYPERLINK(\"\"x\"\"), \nsecond\"")}\n{Good.Replace("P1", "P2", StringComparison.Ordinal)}\n");

        Assert.Equal("=HYPERLINK(\"x\"), \nsecond", table.Rows[0].Organisation);
        Assert.Equal(4, table.Rows[1].RowNumber);
    }

    [Fact]
    public void Workbook_WithDateCellsAndNumbers_IsRead()
    {
        object?[] row = ["P1", "CISA", "CSD", "DC", "Technical", "T2", 1001, "continuing", "full-time", 80, new DateOnly(2023, 1, 15), 130000, 143000, "self_only", null, new DateOnly(2025, 3, 31)];
        var bytes = TinyWorkbook.Create(("About", [["A roster"]]), ("People", [["Roster of the Service"], [], [.. Header.Split(',')], row]));

        var table = Read(FileContent.FromBytes("r.xlsx", bytes));

        var person = Assert.Single(table.Rows);
        Assert.Equal((4L, "01001", new DateOnly(2023, 1, 15), (int?)null), (person.RowNumber, person.WorksiteFips, person.EntryOnDuty, person.LastRating));
    }

    [Theory]
    [InlineData("yes,,", "renewable", "full-time", true, null, null)]
    [InlineData("no,,", "continuing", "full-time", false, null, null)]
    [InlineData(",40000,", "renewable", "full-time", false, 40_000L, null)]
    [InlineData(",\"$40,000\",", "renewable", "full-time", false, 40_000L, null)]
    [InlineData(",,1040", "continuing", "contingent", false, null, 1040)]
    public void OptionalColumns_OfAppointments_AreRead(string cells, string appointment, string schedule, bool uncompensated, long? annuity, int? hours)
    {
        var row = Assert.Single(ReadText($"{Header},is_uncompensated,annuity_per_year,appointment_maximum_hours\n{With(With(Good, "appointment_type", appointment), "schedule", schedule)},{cells}\n").Rows);
        Assert.Equal((uncompensated, annuity, hours), (row.IsUncompensated, row.AnnuityPerYear, row.AppointmentMaximumHours));
    }

    [Theory]
    [InlineData("yes,,", "continuing", "full-time", "uncompensated service is not renewable", "158.523(a)(2)")]
    [InlineData("maybe,,", "renewable", "full-time", "unknown yes or no", "158.523(a)(2)")]
    [InlineData(",40000,", "continuing", "full-time", "reemployed annuitant is not renewable", "158.523(a)(1)")]
    [InlineData(",0,", "renewable", "full-time", "annuity is not an amount", "158.523(a)(1)")]
    [InlineData(",lots,", "renewable", "full-time", "annuity is not an amount", "158.523(a)(1)")]
    [InlineData(",379651,", "renewable", "full-time", "annuity is not an amount", "158.523(a)(1)")]
    [InlineData(",,1040", "continuing", "full-time", "maximum hours without a contingent schedule", "158.705(c)(1)")]
    [InlineData(",,0", "continuing", "contingent", "maximum hours are not a whole number", "158.705(c)(1)")]
    [InlineData(",,10.5", "continuing", "contingent", "maximum hours are not a whole number", "158.705(c)(1)")]
    public void OptionalColumns_ThatAreWrong_SetTheRowAside(string cells, string appointment, string schedule, string code, string paragraph)
    {
        var table = ReadText($"{Header},is_uncompensated,annuity_per_year,appointment_maximum_hours\n{With(With(Good, "appointment_type", appointment), "schedule", schedule)},{cells}\n");
        Assert.Empty(table.Rows);
        Assert.Equal((code, paragraph), (Assert.Single(table.Quarantined).Code, table.Quarantined[0].Paragraph));
    }

    [Fact]
    public void Property_AnyCells_AreKeptOrListed()
    {
        var cell = Gen.Elements("", "P1", "P2", "11001", "1001", "80", "79", "-1", "0", "2025-03-31", "03/04/2025", "=1", "\u001b[31m", "DC", "none", "continuing", "full-time", "143000", "130000", "9e9");
        var rows = Gen.ArrayOf(Gen.ArrayOf(cell, 16), 8);
        Check.QuickThrowOnFailure(Prop.ForAll(rows.ToArbitrary(), data =>
        {
            var text = $"{Header}\n{string.Join('\n', data.Select((r, i) => i % 2 == 0 ? string.Join(',', r) : With(Good, "person_id", r[0])))}\n";
            var table = ReadText(text);
            var listed = table.Quarantined.Select(q => q.Row).ToHashSet();
            return table.RowsRead == table.Rows.Count + table.RowsSetAside
                && listed.Count == table.RowsSetAside
                && !table.Rows.Any(r => listed.Contains(r.RowNumber))
                && table.Rows.Select(r => r.PersonId).Distinct().Count() == table.Rows.Count;
        }));
    }

    private static string With(string row, string column, string value)
    {
        var cells = row.Split(',');
        cells[Array.IndexOf(Header.Split(','), column)] = value;
        return string.Join(',', cells);
    }

    private static RosterTable Read(params string[] rows) => Read(new RosterImportOptions(), rows);

    private static RosterTable Read(RosterImportOptions options, params string[] rows) => ReadText($"{Header}\n{string.Join('\n', rows)}\n", options);

    private static RosterTable ReadText(string text, RosterImportOptions? options = null) => Read(FileContent.FromBytes("r.csv", Encoding.UTF8.GetBytes(text)), options);

    private static RosterTable Read(FileContent file, RosterImportOptions? options = null) => RosterReader.Read(file, Rules, options ?? new RosterImportOptions(), null, default);
}
