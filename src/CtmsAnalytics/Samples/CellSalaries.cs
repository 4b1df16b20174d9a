using System.Globalization;

namespace CtmsAnalytics.Samples;

/// <summary>Draws salaries inside the ranges of the structure whose sum is the published mean times the head count, to the dollar.</summary>
internal static class CellSalaries
{
    /// <summary>Sets <see cref="RosterDraft.StructureSalary"/> of one cell's people, whose worksites and service are known.</summary>
    public static void Assign(WorkforceCell cell, IReadOnlyList<RosterDraft> people, RosterDraw draw)
    {
        var target = (long)cell.MeanSalary * cell.HeadCount;
        var maxima = people.Select(HighestStructureSalary).ToArray();
        var positions = people.Select(p => Position(p, (double)cell.MeanLengthOfServiceYears * 12, draw)).ToArray();
        var rounded = people.Select(p => draw.Uniform(p, RosterPurpose.RoundSalary) < 0.3).ToArray();

        // One shift moves everybody towards the top (positive) or the bottom (negative) of the range and keeps their order.
        int StructureSalary(int i, double shift)
        {
            var position = shift >= 0 ? positions[i] + (shift * (1 - positions[i])) : positions[i] * (1 + shift);
            var minimum = people[i].Level.Minimum;
            var salary = minimum + (int)Math.Floor(position * (maxima[i] - minimum));
            return rounded[i] ? Math.Max(minimum, salary / 100 * 100) : salary;
        }

        long Sum(double shift) => Enumerable.Range(0, people.Count).Sum(i => (long)people[i].SalaryAt(StructureSalary(i, shift)));

        var (lowest, highest) = (Sum(-1), Sum(1));
        if (target < lowest || target > highest)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The mean salary {cell.MeanSalary} of {cell.Component} {cell.PayPlan} cannot be reached: the levels, worksites and supplements allow {lowest / cell.HeadCount} to {highest / cell.HeadCount}."), nameof(cell));
        }

        var shift = Bisection.LargestNotAbove(-1, 1, Sum, target);
        for (var i = 0; i < people.Count; i++)
            people[i].StructureSalary = StructureSalary(i, shift);
        SpreadRemainder(cell, people, maxima, rounded, target);
    }

    /// <summary>The odd dollars that the shift leaves, one at a time to those whose salary is not a round number, then to anyone.</summary>
    private static void SpreadRemainder(WorkforceCell cell, IReadOnlyList<RosterDraft> people, int[] maxima, bool[] rounded, long target)
    {
        var left = target - people.Sum(p => (long)p.SalaryAt(p.StructureSalary));
        while (left > 0)
        {
            var before = left;
            for (var pass = 0; pass < 2 && left == before; pass++)
            {
                for (var i = 0; i < people.Count && left > 0; i++)
                {
                    var person = people[i];
                    var step = person.SalaryAt(person.StructureSalary + 1) - person.SalaryAt(person.StructureSalary);
                    if (rounded[i] != (pass == 1) || person.StructureSalary >= maxima[i] || step > left)
                        continue;
                    person.StructureSalary++;
                    left -= step;
                }
            }

            if (left == before)
                throw new ArgumentException($"The salaries of {cell.Component} {cell.PayPlan} cannot be made to sum to the published mean times the head count.", nameof(cell));
        }
    }

    /// <summary>The level's maximum, or less where the supplement would carry the salary past the ceiling of the pay plan.</summary>
    private static int HighestStructureSalary(RosterDraft person)
    {
        var salary = Math.Min(person.Level.Maximum, (int)decimal.Ceiling(person.Ceiling / (1 + person.Supplement)));
        while (person.SalaryAt(salary) > person.Ceiling)
            salary--;
        if (salary < person.Level.Minimum)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The minimum {person.Level.Minimum} of level {person.Level.Code} with the supplement of market {person.Worksite.LocalMarket} is above the ceiling {person.Ceiling} of pay plan {person.Level.PayPlan}."), nameof(person));
        }

        return salary;
    }

    /// <summary>Place in the range before the shift, in [0, 1]: half of it service, half of it luck.</summary>
    private static double Position(RosterDraft person, double meanMonths, RosterDraw draw)
    {
        var usual = (meanMonths * (double)person.Level.ServiceFactor) + 1;
        var service = person.ServiceMonths / (person.ServiceMonths + usual);
        var luck = draw.Block(person, RosterPurpose.RangePosition);
        var mixed = (0.5 * service) + (0.5 * (luck.Uniform0 + luck.Uniform1) / 2);
        return Math.Clamp(0.5 + (1.8 * (mixed - 0.47)), 0.02, 0.98);
    }
}
