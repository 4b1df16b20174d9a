using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.Equity;

/// <summary>Makes decompositions.</summary>
internal sealed class Decomposer
{
    private readonly IReadOnlyList<ModelColumn> _columns;
    private readonly double[] _weights;
    private readonly Side _a;
    private readonly Side _b;
    private readonly int _rows;

    private Decomposer(EquityCohort cohort, EquityDesign design, int[] rows, string reference)
    {
        _rows = rows.Length;
        _columns = design.WithoutClass(rows);
        _weights = EquityDesign.Pick(cohort.Weights, rows);
        var outcome = EquityDesign.Pick(cohort.Outcome, rows);
        _a = new Side(_columns, outcome, _weights, [.. Enumerable.Range(0, rows.Length).Where(i => cohort.Group[rows[i]] == reference)]);
        _b = new Side(_columns, outcome, _weights, [.. Enumerable.Range(0, rows.Length).Where(i => cohort.Group[rows[i]] != reference)]);
        Pooled = Fair.Of(LinearModel.Fit(_columns, outcome, _weights), _columns.Count);
        var isGroup = new double[rows.Length];
        foreach (var i in _b.Rows) isGroup[i] = 1;
        PooledWithClass = Fair.Of(LinearModel.Fit([.. _columns, new ModelColumn("class", isGroup)], outcome, _weights), _columns.Count);
    }

    private Fair Pooled { get; }

    private Fair PooledWithClass { get; }

    /// <summary>Decomposes the difference between the reference and a group.</summary>
    public static Decomposition Of(EquityCohort cohort, EquityDesign design, string reference, string group)
    {
        int[] both = [.. Enumerable.Range(0, cohort.Group.Length).Where(i => (cohort.Group[i] == reference || cohort.Group[i] == group) && cohort.Weights[i] > 0)];
        var rows = OnCommonSupport(cohort, both, reference);
        var a = rows.Count(r => cohort.Group[r] == reference);
        var (b, leftOut) = (rows.Length - a, both.Length - rows.Length);
        var coefficients = 1 + EquityDesign.Describe(cohort).Sum(f => f.IsNumber ? 1 : f.Categories - 1);
        if (Math.Min(a, b) == 0) return Decomposition.Impossible(group, a, b, leftOut, "No category of the factors holds people of both groups.");
        try
        {
            var made = new Decomposer(cohort, design, rows, reference);
            return made._a.IsTight || made._b.IsTight
                ? Decomposition.Impossible(group, a, b, leftOut, string.Create(CultureInfo.InvariantCulture, $"A model of each group has up to {coefficients} coefficients, and the groups have {a} and {b} people. Leave out factors, or take wider categories."))
                : made.Result(group, leftOut, [.. cohort.Terms.Select(t => t.ToString())]);
        }
        catch (ArgumentException exception)
        {
            return Decomposition.Impossible(group, a, b, leftOut, exception.Sentence());
        }
    }

    /// <summary>Rows in categories that both groups have, of every factor at once.</summary>
    private static int[] OnCommonSupport(EquityCohort cohort, int[] rows, string reference)
    {
        var texts = cohort.Terms.Where(t => !cohort.Numbers.Contains(t.Column)).Select(t => cohort.TextOf(t.Column)).ToList();
        while (true)
        {
            var before = rows.Length;
            foreach (var text in texts)
            {
                var ofReference = rows.Where(r => cohort.Group[r] == reference).Select(r => text[r]).ToHashSet(StringComparer.Ordinal);
                var ofGroup = rows.Where(r => cohort.Group[r] != reference).Select(r => text[r]).ToHashSet(StringComparer.Ordinal);
                rows = [.. rows.Where(r => ofReference.Contains(text[r]) && ofGroup.Contains(text[r]))];
            }

            if (rows.Length == before) return rows;
        }
    }

    private Decomposition Result(string group, int leftOut, IReadOnlyList<string> factors)
    {
        var (a, b) = (_a, _b);
        var gap = Less(a.Means, b.Means);
        var slope = Less(a.Beta, b.Beta);
        var people = (double)a.Rows.Length / _rows;
        return new Decomposition(
            group,
            a.Rows.Length,
            b.Rows.Length,
            leftOut,
            a.Mean,
            b.Mean,
            new DecompositionPart(a.Mean - b.Mean, Math.Sqrt(a.SquaredErrorOfMean + b.SquaredErrorOfMean)),
            Part(Dot(gap, b.Beta), new Slopes { MeanA = b.Beta, MeanB = Minus(b.Beta), BetaB = gap }),
            Part(Dot(b.Means, slope), new Slopes { MeanB = slope, BetaA = b.Means, BetaB = Minus(b.Means) }),
            Part(Dot(gap, slope), new Slopes { MeanA = slope, MeanB = Minus(slope), BetaA = gap, BetaB = Minus(gap) }),
            [
                Twofold(FairCoefficients.Group, 0, Fair.Of(0, a, b)),
                Twofold(FairCoefficients.Reference, 1, Fair.Of(1, a, b)),
                Twofold(FairCoefficients.Mean, 1d / 2, Fair.Of(1d / 2, a, b)),
                Twofold(FairCoefficients.ByPeople, people, Fair.Of(people, a, b)),
                Twofold(FairCoefficients.Pooled, null, Pooled),
                Twofold(FairCoefficients.PooledWithClass, null, PooledWithClass),
            ],
            Terms(factors, gap, slope),
            null);
    }

    private TwofoldDecomposition Twofold(FairCoefficients kind, double? weight, Fair fair)
    {
        var (a, b) = (_a, _b);
        var gap = Less(a.Means, b.Means);
        var (ofReference, ofGroup) = (Less(a.Beta, fair.Beta), Less(fair.Beta, b.Beta));
        var (forReference, againstGroup) = (Dot(a.Means, ofReference), Dot(b.Means, ofGroup));
        return new TwofoldDecomposition(
            kind,
            weight,
            Part(Dot(gap, fair.Beta), new Slopes { MeanA = fair.Beta, MeanB = Minus(fair.Beta), Fair = gap }, fair),
            Part(forReference + againstGroup, new Slopes { MeanA = ofReference, MeanB = ofGroup, BetaA = a.Means, BetaB = Minus(b.Means), Fair = Minus(gap) }, fair),
            Part(forReference, new Slopes { MeanA = ofReference, BetaA = a.Means, Fair = Minus(a.Means) }, fair),
            Part(againstGroup, new Slopes { MeanB = ofGroup, BetaB = Minus(b.Means), Fair = b.Means }, fair));
    }

    /// <summary>By factor: its columns are its own and those of its categories; the intercept is a line of its own.</summary>
    private List<DecompositionTerm> Terms(IReadOnlyList<string> factors, double[] gap, double[] slope)
    {
        var fair = PooledWithClass.Beta;
        var lines = new List<(string Name, List<int> Columns)> { (ModelColumn.InterceptName, [0]) };
        var next = 1;
        foreach (var factor in factors)
        {
            var own = new List<int>();
            // A category's columns are named after it, and follow one another.
            while (next < _columns.Count && (_columns[next].Name == factor || _columns[next].Name.StartsWith(factor + " ", StringComparison.Ordinal))) own.Add(next++);
            lines.Add((factor, own));
        }

        return [.. lines.Select(l => new DecompositionTerm(
            l.Name,
            l.Columns.Sum(c => gap[c] * _b.Beta[c]),
            l.Columns.Sum(c => _b.Means[c] * slope[c]),
            l.Columns.Sum(c => gap[c] * slope[c]),
            l.Columns.Sum(c => gap[c] * fair[c]),
            l.Columns.Sum(c => (_a.Means[c] * (_a.Beta[c] - fair[c])) + (_b.Means[c] * (fair[c] - _b.Beta[c])))))];
    }

    /// <summary>A part with its error: the root of the sum over rows of the square of what each row moves in it.</summary>
    private DecompositionPart Part(double value, Slopes slopes, Fair? fair = null)
    {
        var sum = 0d;
        foreach (var (side, ofMeans, ofBeta, weight) in new[] { (_a, slopes.MeanA, slopes.BetaA, fair?.WeightA), (_b, slopes.MeanB, slopes.BetaB, fair?.WeightB) })
        {
            for (var i = 0; i < side.Rows.Length; i++)
            {
                var one = Moved(side.MeanMoves[i], ofMeans) + Moved(side.BetaMoves[i], ofBeta);
                if (slopes.Fair is { } ofFair) one += fair!.Moves is { } moves ? Dot(moves[side.Rows[i]], ofFair) : (weight ?? 0) * Dot(side.BetaMoves[i], ofFair);
                sum += one * one;
            }
        }

        return new DecompositionPart(value, Math.Sqrt(sum));

        static double Moved(double[] moves, double[]? slope) => slope is null ? 0 : Dot(moves, slope);
    }

    private static double Dot(double[] a, double[] b) => ColumnMath.Dot(a, b);

    private static double[] Less(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    private static double[] Minus(double[] values) => [.. values.Select(v => -v)];

    /// <summary>Derivatives of a part by the means and coefficients that it is made of; null for none.</summary>
    private sealed record Slopes
    {
        public double[]? MeanA { get; init; }

        public double[]? MeanB { get; init; }

        public double[]? BetaA { get; init; }

        public double[]? BetaB { get; init; }

        public double[]? Fair { get; init; }
    }

    /// <summary>One of the two groups: its means, its model, and what each of its rows moves in them.</summary>
    private sealed class Side
    {
        public Side(IReadOnlyList<ModelColumn> columns, double[] outcome, double[] weights, int[] rows)
        {
            Rows = rows;
            var own = EquityDesign.Pick(weights, rows);
            var total = own.Sum();
            List<ModelColumn> ofSide = [.. columns.Select(c => c with { Values = EquityDesign.Pick(c.Values, rows) })];
            var pay = EquityDesign.Pick(outcome, rows);
            Means = [.. ofSide.Select(c => ColumnMath.Dot(c.Values, own) / total)];
            Mean = ColumnMath.Dot(pay, own) / total;
            SquaredErrorOfMean = pay.Zip(own, (p, w) => w * (p - Mean) / total).Sum(m => m * m);
            var model = LinearModel.Fit(ofSide, pay, own);
            Beta = [.. model.Estimates.Select(b => b ?? 0)];
            IsTight = model.DegreesOfFreedom <= 0;
            BetaMoves = model.Influences();
            MeanMoves = [.. own.Select((w, row) => ofSide.Select((c, k) => w * (c.Values[row] - Means[k]) / total).ToArray())];
        }

        public int[] Rows { get; }

        public double[] Means { get; }

        public double Mean { get; }

        public double SquaredErrorOfMean { get; }

        public double[] Beta { get; }

        /// <summary>What each row moves in the means of the columns.</summary>
        public double[][] MeanMoves { get; }

        /// <summary>What each row moves in the coefficients.</summary>
        public double[][] BetaMoves { get; }

        /// <summary>Whether the model takes every row to fit it, so that it says nothing.</summary>
        public bool IsTight { get; }
    }

    /// <summary>Coefficients that are taken for fair: a weighted mean of both groups', or a pooled model's with what each row moves in them.</summary>
    private sealed record Fair(double[] Beta, double? WeightA, double? WeightB, double[][]? Moves)
    {
        public static Fair Of(double weight, Side a, Side b) => new([.. a.Beta.Zip(b.Beta, (x, y) => (weight * x) + ((1 - weight) * y))], weight, 1 - weight, null);

        public static Fair Of(LinearModel model, int columns) =>
            new([.. model.Estimates.Take(columns).Select(b => b ?? 0)], null, null, [.. model.Influences().Select(row => row[..columns])]);
    }
}
