namespace CtmsAnalytics.Samples;

/// <summary>A person in the making: attributes are filled in by one step of <see cref="SyntheticRoster"/> after another.</summary>
internal sealed class RosterDraft(int cellIndex, int index, SyntheticLevel level, int fullTimeHours)
{
    /// <summary>Position of the cell in the input; with <see cref="Index"/> the identity that random numbers hang on.</summary>
    public int CellIndex { get; } = cellIndex;

    public int Index { get; } = index;

    public SyntheticLevel Level { get; } = level;

    public SyntheticWorksite Worksite { get; set; } = null!;

    public SyntheticOrganisation Organisation { get; set; } = null!;

    public decimal Supplement { get; set; }

    public int Ceiling { get; set; }

    public int ServiceMonths { get; set; }

    public int StructureSalary { get; set; }

    public string AppointmentType { get; set; } = "continuing";

    public string Schedule { get; set; } = "full-time";

    public int Hours { get; set; } = fullTimeHours;

    public int SalaryAt(int structureSalary) => structureSalary + (int)decimal.Floor((structureSalary * Supplement) + 0.5m);
}
