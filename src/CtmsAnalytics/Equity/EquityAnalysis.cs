using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.Equity;

/// <summary>Analyses pay equity.</summary>
public static class EquityAnalysis
{
    /// <summary>How the numbers are made, in one sentence.</summary>
    public const string Method =
        "Least squares of pay on the factors with heteroscedasticity-robust standard errors and Student's t; Blinder-Oaxaca decompositions with the standard errors of all means and coefficients together; remedies by whole raises to what the model gives.";

    /// <summary>Analyses a table of people.</summary>
    /// <param name="table">The people.</param>
    /// <param name="specification">What is compared and held equal.</param>
    /// <param name="inputs">What the analysis is computed from, for its manifest.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; null for nobody.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    /// <returns>The study, and the raise of every person, which is personal data.</returns>
    /// <exception cref="InputException">A column is missing, no row can be used, there are fewer than two classes, or there are more coefficients than people.</exception>
    /// <exception cref="ArgumentException">A figure of the specification lies outside its range.</exception>
    /// <exception cref="OperationCanceledException">The analysis was stopped.</exception>
    public static (EquityStudy Study, IReadOnlyList<EquityPerson> People) Of(
        EquityTable table, EquitySpecification specification, IReadOnlyList<ManifestInput> inputs, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(specification);
        ArgumentNullException.ThrowIfNull(inputs);
        Check(specification);
        var cohort = EquityCohort.Of(table, specification);
        var classes = Classes(table, specification, cohort);
        var design = new EquityDesign(cohort, classes);
        var (with, without) = (Fit(table, cohort, design.WithClass()), Fit(table, cohort, design.WithoutClass()));
        var raw = LinearModel.Fit(design.ClassAlone(), cohort.Outcome, cohort.Weights);
        progress?.Report(0.2);
        cancellation.ThrowIfCancellationRequested();
        var gaps = Gaps(cohort, specification, classes, raw, with, without);
        var decompositions = classes.Skip(1).Select(c => Decomposer.Of(cohort, design, classes[0], c)).ToList();
        progress?.Report(0.6);
        cancellation.ThrowIfCancellationRequested();
        var units = Units(cohort, design, specification, classes);
        progress?.Report(0.7);
        var affected = gaps.Where(g => g.ClassIn.Upper < 0).Select(g => g.Group).ToHashSet(StringComparer.Ordinal);
        var remediation = new Remediation(cohort, specification, Benchmark(with, without, design, specification), with.ResidualStandardDeviation ?? 0, pay => Adjusted(pay));
        var (remedies, years, people) = remediation.Of(affected);
        progress?.Report(1);
        var study = new EquityStudy(
            RunManifest.Create(inputs, Method),
            table.Name,
            specification,
            table.Rows.Count,
            cohort.Selected,
            cohort.Excluded,
            classes[0],
            EquityDesign.Describe(cohort),
            GroupSummary.Of(null, cohort.Pay, cohort.Weights, specification.Thresholds),
            [.. classes.Select(c => Summary(c))],
            Correlation(cohort, classes[0], null),
            gaps,
            Told(with, specification),
            Told(without, specification),
            units,
            decompositions,
            remedies,
            years)
        {
            Notes = Notes(table, specification, cohort, with, decompositions),
        };
        return (study, people);

        GroupSummary Summary(string value)
        {
            int[] rows = [.. Enumerable.Range(0, cohort.Group.Length).Where(i => cohort.Group[i] == value)];
            return GroupSummary.Of(value, EquityDesign.Pick(cohort.Pay, rows), EquityDesign.Pick(cohort.Weights, rows), specification.Thresholds);
        }

        IReadOnlyList<PayGap> Adjusted(double[] pay)
        {
            cancellation.ThrowIfCancellationRequested();
            var outcome = specification.Transform == OutcomeTransform.Log ? [.. pay.Select(p => Math.Log(p))] : pay;
            return ClassGaps(with.WithOutcome(outcome), specification, classes);
        }
    }

    private static void Check(EquitySpecification s)
    {
        if (!(s.Confidence > 0 && s.Confidence < 1)) throw new ArgumentException("The level of intervals lies above 0 and below 1, for example 0.95.", nameof(s));
        if (!(s.OutlierBound > 0 && double.IsFinite(s.OutlierBound))) throw new ArgumentException("The outlier bound is a number of residual standard deviations above 0.", nameof(s));
        if (!(s.RaiseUnit > 0 && double.IsFinite(s.RaiseUnit))) throw new ArgumentException("The unit of raises is an amount above 0.", nameof(s));
        if (s.YearlyBudget is { } budget && !(budget > 0 && double.IsFinite(budget))) throw new ArgumentException("The yearly budget is an amount above 0.", nameof(s));
        ArgumentOutOfRangeException.ThrowIfLessThan(s.Years, 1, nameof(s));
        if (s.Factors.Contains(s.Group) || s.Factors.Contains(s.Outcome)) throw new InputException($"The factors name {(s.Factors.Contains(s.Group) ? $"{s.Group}, which is the protected class" : $"{s.Outcome}, which is pay")}. Take it out of the factors.");
    }

    private static List<string> Classes(EquityTable table, EquitySpecification specification, EquityCohort cohort)
    {
        var classes = cohort.Group.GroupBy(g => g, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        if (classes.Count < 2) throw new InputException($"{table.Name}: Everybody has '{classes[0]}' in {specification.Group}, so that there is nobody to compare with. Name a column with two values or more, or widen the conditions.");
        if (specification.Reference is not { } reference) return classes;
        if (!classes.Remove(reference)) throw new InputException($"{table.Name}: Nobody has '{reference}' in {specification.Group}. Its values are {string.Join(", ", classes.Select(c => $"'{c}'"))}.");
        return [reference, .. classes];
    }

    private static LinearModel Fit(EquityTable table, EquityCohort cohort, IReadOnlyList<ModelColumn> columns)
    {
        try
        {
            var model = LinearModel.Fit(columns, cohort.Outcome, cohort.Weights);
            return model.DegreesOfFreedom > 0
                ? model
                : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: The model has as many coefficients as people ({model.Rows:N0}), so that it explains everything and says nothing. Leave out factors, or take wider categories."));
        }
        catch (ArgumentException exception)
        {
            throw new InputException($"{table.Name}: {exception.Sentence()}");
        }
    }

    private static FittedModel Told(LinearModel model, EquitySpecification s) =>
        new(model.Rows, model.DegreesOfFreedom, model.RSquared, model.ResidualStandardDeviation, model.Coefficients(s.Errors, s.Confidence));

    private static List<GroupGaps> Gaps(EquityCohort cohort, EquitySpecification s, List<string> classes, LinearModel raw, LinearModel with, LinearModel without)
    {
        var (plain, adjusted) = (ClassGaps(raw, s, classes), ClassGaps(with, s, classes));
        var residuals = classes.Select(c => ResidualsOf(c)).ToList();
        return [.. classes.Skip(1).Select((c, i) => new GroupGaps(c, cohort.Group.Count(g => g == c), plain[i], adjusted[i], Welch.Compare(c, residuals[i + 1], residuals[0], s.Confidence)))];

        List<double> ResidualsOf(string value) => [.. Enumerable.Range(0, cohort.Group.Length).Where(i => cohort.Group[i] == value && cohort.Weights[i] > 0).Select(i => without.Residuals[i])];
    }

    /// <summary>The class is the last columns of the design.</summary>
    private static List<PayGap> ClassGaps(LinearModel model, EquitySpecification s, List<string> classes)
    {
        var coefficients = model.Coefficients(s.Errors, s.Confidence);
        return [.. coefficients.Skip(coefficients.Count - classes.Count + 1).Select(c => new PayGap(c.Name, c.Estimate, c.StandardError, c.Lower, c.Upper, c.PValue))];
    }

    private static double[] Benchmark(LinearModel with, LinearModel without, EquityDesign design, EquitySpecification s)
    {
        if (s.NeutralBenchmark) return [.. without.Fitted];
        // What the model gives to people of the reference: the class columns, which stand last, are taken out.
        var columns = design.WithClass();
        var factors = design.WithoutClass().Count;
        return [.. with.Fitted.Select((fitted, row) => fitted - Enumerable.Range(factors, columns.Count - factors).Sum(c => (with.Estimates[c] ?? 0) * columns[c].Values[row]))];
    }

    private static List<UnitGaps> Units(EquityCohort cohort, EquityDesign design, EquitySpecification s, List<string> classes)
    {
        if (cohort.By is not { } by) return [];
        return [.. Enumerable.Range(0, by.Length).GroupBy(i => by[i], StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Unit(g.Key, [.. g]))];

        UnitGaps Unit(string name, int[] rows)
        {
            var counts = classes.Select(c => rows.Count(r => cohort.Group[r] == c)).ToList();
            var correlation = Correlation(cohort, classes[0], rows);
            if (counts[0] == 0 || counts.Skip(1).All(n => n == 0)) return new UnitGaps(name, rows.Length, counts[0], [], correlation, "only one class is here");
            try
            {
                var (outcome, weights) = (EquityDesign.Pick(cohort.Outcome, rows), EquityDesign.Pick(cohort.Weights, rows));
                var model = LinearModel.Fit(design.WithClass(rows), outcome, weights);
                if (model.DegreesOfFreedom <= 0) return new UnitGaps(name, rows.Length, counts[0], [], correlation, "as many coefficients as people");
                var raw = ClassGaps(LinearModel.Fit(design.ClassAlone(rows), outcome, weights), s, classes);
                var adjusted = ClassGaps(model, s, classes);
                return new UnitGaps(name, rows.Length, counts[0], [.. Enumerable.Range(0, raw.Count).Where(i => counts[i + 1] > 0).Select(i => new UnitGap(counts[i + 1], raw[i], adjusted[i]))], correlation, null);
            }
            catch (ArgumentException exception)
            {
                return new UnitGaps(name, rows.Length, counts[0], [], correlation, exception.Sentence());
            }
        }
    }

    private static double? Correlation(EquityCohort cohort, string reference, int[]? rows)
    {
        var pay = EquityDesign.Pick(cohort.Pay, rows);
        var other = EquityDesign.Pick([.. cohort.Group.Select(g => g == reference ? 0d : 1d)], rows);
        var (p, o) = (pay.Average(), other.Average());
        var (covariance, ofPay, ofClass) = (pay.Zip(other, (x, y) => (x - p) * (y - o)).Sum(), pay.Sum(x => (x - p) * (x - p)), other.Sum(y => (y - o) * (y - o)));
        return ofPay > 0 && ofClass > 0 ? covariance / Math.Sqrt(ofPay * ofClass) : null;
    }

    private static List<string> Notes(EquityTable table, EquitySpecification s, EquityCohort cohort, LinearModel with, List<Decomposition> decompositions)
    {
        var notes = new List<string>();
        if (s.FrozenOn is null) notes.Add($"No freeze date was given: say on which day the data of {table.Name} were taken, so that the analysis can be repeated.");
        if (s.Cohort is null && s.Where.Count == 0) notes.Add("No cohort was described: everybody of the table with complete data takes part.");
        notes.AddRange(cohort.Excluded.Select(e => e.Words));
        var aliased = with.Names.Where((_, i) => with.Estimates[i] is null).ToList();
        if (aliased.Count > 0) notes.Add($"These columns follow from earlier ones and were left out of the model: {string.Join(", ", aliased)}.");
        notes.AddRange(decompositions.Select(d => d.LeftOutNote).OfType<string>());
        notes.AddRange(decompositions.Select(d => d.ReasonNote).OfType<string>());
        notes.Add("A difference that the factors leave is not proof of its cause, and factors that are themselves shaped by the class, ratings for example, can hide one.");
        return notes;
    }
}
