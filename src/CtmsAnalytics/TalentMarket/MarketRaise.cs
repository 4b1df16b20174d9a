namespace CtmsAnalytics.TalentMarket;

/// <summary>What brings one salary up to a market wage.</summary>
/// <param name="Structure">Raise of the structure salary, whole US dollars a year.</param>
/// <param name="Supplement">Change of the supplement that goes with it, whole US dollars a year.</param>
/// <param name="Unpaid">What the maximum of the subrange or the salary limitation leaves unpaid, whole US dollars a year.</param>
public readonly record struct MarketRaise(long Structure, long Supplement, long Unpaid)
{
    /// <summary>Structure and supplement together, whole US dollars a year.</summary>
    public long Total => Structure + Supplement;

    /// <summary>The smallest raise of the structure salary that brings the salary, supplement included, up to a wage; no further than the maximum of the subrange and the salary limitation allow (158.611(d), 158.614).</summary>
    /// <param name="structureSalary">Annual rate under the structure, whole US dollars.</param>
    /// <param name="salary">Annual rate with the supplement, whole US dollars.</param>
    /// <param name="supplement">Supplement as a fraction of structure salary, 0 or more.</param>
    /// <param name="wage">The wage, whole US dollars a year.</param>
    /// <param name="maximum">Maximum of the subrange, whole US dollars a year.</param>
    /// <param name="limitation">Salary limitation, supplement included, whole US dollars a year.</param>
    /// <returns>The raise; nothing for a salary that is there already.</returns>
    public static MarketRaise To(long structureSalary, long salary, double supplement, long wage, long maximum, long limitation)
    {
        if (salary >= wage) return default;
        var needed = Reaching(wage, supplement);
        var allowed = Math.Min(maximum, limitation < wage ? Within(limitation, supplement) : needed);
        var paid = Math.Max(structureSalary, Math.Min(needed, allowed));
        var raise = paid - structureSalary;
        var reached = raise == 0 ? salary : SalaryAt(paid, supplement);
        var total = Math.Max(0, reached - salary);
        return raise == 0 || total == 0 ? new MarketRaise(0, 0, wage - salary) : new MarketRaise(raise, total - raise, Math.Max(0, wage - reached));
    }

    private static long SalaryAt(long structureSalary, double supplement) => Salaries.Supplement.SalaryWith(structureSalary, supplement);

    /// <summary>The smallest structure salary whose salary reaches a wage.</summary>
    private static long Reaching(long wage, double supplement)
    {
        var structure = (long)Math.Floor(wage / (1 + supplement));
        while (structure > 0 && SalaryAt(structure - 1, supplement) >= wage) structure--;
        while (SalaryAt(structure, supplement) < wage) structure++;
        return structure;
    }

    /// <summary>The largest structure salary whose salary stays within a limit.</summary>
    private static long Within(long limit, double supplement)
    {
        var structure = Reaching(limit, supplement);
        return SalaryAt(structure, supplement) > limit ? structure - 1 : structure;
    }
}
