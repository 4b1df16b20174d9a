using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Charts.Risk;

/// <summary>Exceedance curve: for every budget, the share of draws whose cost is above it, with the amounts that hold in 50, 80 and 90 % of the draws, and the curves of other scenarios beside it.</summary>
public static class ExceedanceChart
{
    /// <summary>Name of the chart, <c>exceedance</c>.</summary>
    public const string Name = "exceedance";

    /// <summary>Most other scenarios beside the curve.</summary>
    public const int MostBeside = 3;

    private const int MostSteps = 400;
    private const double RowOfBudget = 18;
    private static readonly int[] Percentiles = [50, 80, 90];
    private static readonly Mark Curve = new("line") { Color = Palette.Proposal, StrokeWidth = 2.5, Interpolate = "step-after" };
    private static readonly Mark Area = new("area") { Fill = Palette.BandOuter, Interpolate = "step-after" };
    private static readonly Mark Percentile = new("point") { Shape = "square", Filled = true, Color = Palette.Proposal, Size = 70, Opacity = 1 };
    private static readonly Mark Budget = new("rule") { Color = Palette.Increase, StrokeWidth = 1.8, StrokeDash = [5, 3] };
    private static readonly Mark[] Others =
    [
        Curve with { Color = Palette.Baseline, StrokeWidth = 2, StrokeDash = [6, 4] },
        Curve with { Color = Palette.Decrease, StrokeWidth = 2, StrokeDash = [2, 2] },
        Curve with { Color = Palette.Ink, StrokeWidth = 1.6, StrokeDash = [10, 3, 2, 3] },
    ];

    private static readonly Mark BudgetPoint = new("point") { Shape = "diamond", Filled = false, Fill = Palette.Paper, Stroke = Palette.Increase, StrokeWidth = 2, Size = 90, Opacity = 1 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The cost by draw and the budgets.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no draw, or more than three other scenarios.</exception>
    public static ChartSpec Build(ExceedanceInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.CostByDraw, "The exceedance chart has no draw. Give the cost of at least one.", nameof(input));
        var wide = size == ChartSize.Wide;
        var frame = Frame.For(size);
        var costs = input.CostByDraw.Order().ToArray();
        var beside = Beside(input);
        long[] ends = [costs[0], costs[^1], .. beside.SelectMany(b => new[] { b.Costs[0], b.Costs[^1] }), .. input.Budgets.Select(b => b.Cents)];
        var money = MoneyAxis.Cover(ends.Min(), ends.Max(), wide ? 8 : 4);
        var left = wide ? 66 : 50;
        var plot = new Plot(
            frame.Width - left - 16,
            wide ? 270 : 230,
            money.Axis("Budget"),
            money.Scale,
            new Axis { Title = "Probability that the cost is above", Values = [0, 0.2, 0.4, 0.6, 0.8, 1], Format = ".0%", Grid = true, TitlePadding = 10 },
            new Scale([0, 1]));
        var curve = Steps(costs, money);
        var marks = Percentiles.Select(p => (Percent: p, Cents: Quantiles.At(costs, p))).ToList();
        IEnumerable<View> layers =
        [
            plot.Bands("under-curve", Area, curve.Select(d => new Band(d.X, 0, d.Y))),
            .. Budgets(input, costs, plot, money, wide),
            .. beside.Select((b, i) => plot.Dots(string.Create(CultureInfo.InvariantCulture, $"beside-{i + 1}"), Others[i], Steps(b.Costs, money))),
            plot.Dots("curve", Curve, curve),
            plot.Dots("budgets", BudgetPoint, input.Budgets.Select(b => new Dot(money.At(b.Cents), Above(costs, b.Cents)))),
            plot.Dots("percentiles", Percentile, marks.Select(m => new Dot(money.At(m.Cents), 1 - (m.Percent / 100d)))),
            .. Labels(marks, plot, money),
            .. Keys(input, beside, wide).LayOut(wide ? 0 : -left, wide ? plot.Width : frame.Width, input.Budgets.Count == 0 ? 0 : 8 + (input.Budgets.Count * RowOfBudget)),
        ];
        return frame.Chart(Words(input, costs, beside, marks), left, plot, layers);
    }

    /// <summary>The other scenarios with their costs in ascending order.</summary>
    private static List<(string Scenario, long[] Costs)> Beside(ExceedanceInput input)
    {
        var others = input.Beside ?? [];
        Inputs.Require(others.Count <= MostBeside, "Draw at most three other scenarios beside the curve.", nameof(input));
        foreach (var other in others) Inputs.NotEmpty(other.CostByDraw, $"The exceedance chart has no draw of {other.Scenario}. Give the cost of at least one.", nameof(input));
        return [.. others.Select(o => (o.Scenario, o.CostByDraw.Order().ToArray()))];
    }

    /// <summary>Which curve is which; one alone needs no key.</summary>
    private static Key Keys(ExceedanceInput input, List<(string Scenario, long[] Costs)> beside, bool wide)
    {
        var key = new Key();
        if (beside.Count == 0) return key;
        Add(input.Scenario, Curve);
        for (var i = 0; i < beside.Count; i++) Add(beside[i].Scenario, Others[i]);
        return key;

        void Add(string scenario, Mark curve) => key.Add(Wrap.Cut(scenario, wide ? 36 : 30), (x, y) => [Marks.Line(curve with { Type = "rule", Interpolate = null }, x - 10, y, x + 10, y)]);
    }

    /// <summary>Share of draws above an amount.</summary>
    private static double Above(long[] ascending, long cents)
    {
        var place = Array.BinarySearch(ascending, cents);
        if (place < 0) return (ascending.Length - ~place) / (double)ascending.Length;
        while (place < ascending.Length && ascending[place] == cents) place++;
        return (ascending.Length - place) / (double)ascending.Length;
    }

    /// <summary>The curve from the left edge of the axis to its right one. Of very many draws every so many make a step; the steps drawn are exact.</summary>
    private static List<Dot> Steps(long[] costs, MoneyAxis money)
    {
        var every = Math.Max(1, costs.Length / MostSteps);
        var steps = new List<Dot> { new(money.Ticks.Low, Above(costs, (long)Math.Floor(money.Ticks.Low * money.CentsPerUnit) - 1)) };
        for (var i = 0; i < costs.Length; i++)
        {
            if ((i % every == 0 || i == costs.Length - 1) && (i == costs.Length - 1 || costs[i + 1] != costs[i])) steps.Add(new Dot(money.At(costs[i]), (costs.Length - 1 - i) / (double)costs.Length));
        }

        steps.Add(new Dot(money.Ticks.High, 0));
        return steps;
    }

    /// <summary>
    /// A line for each budget with its words above the plot, each in a row of its own. The words end at their line, or begin there where the lines are far left,
    /// and the line farthest from its words' side has the highest row, so that no line crosses the words of another.
    /// </summary>
    private static IEnumerable<View> Budgets(ExceedanceInput input, long[] costs, Plot plot, MoneyAxis money, bool wide)
    {
        var sorted = input.Budgets.OrderBy(b => b.Cents).ToList();
        if (sorted.Count == 0) yield break;
        var toLeft = plot.AtX(money.At(sorted[sorted.Count / 2].Cents)) > plot.Width / 2;
        for (var i = 0; i < sorted.Count; i++)
        {
            var (budget, row) = (sorted[i], toLeft ? i : sorted.Count - 1 - i);
            var x = plot.AtX(money.At(budget.Cents));
            var text = $"{Wrap.Cut(budget.Name, wide ? 40 : 18)} {Display.Brief(budget.Cents)}: {Display.Probability(Above(costs, budget.Cents))}{(wide ? " above" : "")}";
            yield return plot.Upright(string.Create(CultureInfo.InvariantCulture, $"budget-{i + 1}"), Budget, money.At(budget.Cents), 20 + (row * RowOfBudget));
            yield return Marks.Words(text, x + (toLeft ? -6 : 6), -14 - (row * RowOfBudget), toLeft ? "right" : "left", Palette.Increase, "bold");
        }
    }

    /// <summary>The amounts beside their points: to the right, where the curve is already lower, unless the plot ends there.</summary>
    private static IEnumerable<View> Labels(IReadOnlyList<(int Percent, long Cents)> marks, Plot plot, MoneyAxis money)
    {
        foreach (var toRight in new[] { true, false })
        {
            var notes = marks
                .Select(m => (Note: new Note(money.At(m.Cents), 1 - (m.Percent / 100d), string.Create(CultureInfo.InvariantCulture, $"P{m.Percent} {Display.Brief(m.Cents)}")), Place: plot.AtX(money.At(m.Cents))))
                .Where(m => (m.Place < plot.Width - 84) == toRight)
                .Select(m => m.Note)
                .ToList();
            if (notes.Count == 0) continue;
            var mark = new Mark("text") { Align = toRight ? "left" : "right", Baseline = "middle", Dx = toRight ? 10 : -10, Dy = toRight ? -8 : 10, FontWeight = "bold", FontSize = 12.5 };
            foreach (var view in plot.WordsOnWhite(toRight ? "amounts" : "amounts-left", mark, notes)) yield return view;
        }
    }

    private static ChartWords Words(ExceedanceInput input, long[] costs, List<(string Scenario, long[] Costs)> beside, IReadOnlyList<(int Percent, long Cents)> marks)
    {
        var scenario = Wrap.Cut(input.Scenario, 60);
        var title = Finding(input, costs, beside, scenario, marks);
        var what = $"Cost of {scenario}, {input.Span}: share of draws that cost more than the budget on the axis; P80 is the amount that holds in 80% of draws";
        var budgets = input.Budgets.OrderBy(b => b.Cents).ToList();
        var description = $"Falling curve of the probability that the cost is above a budget. {string.Join("; ", marks.Select(m => string.Create(CultureInfo.InvariantCulture, $"P{m.Percent} {Display.Brief(m.Cents)}")))}"
            + string.Concat(budgets.Select(b => $"; {b.Name} of {Display.Brief(b.Cents)} is exceeded in {Display.Probability(Above(costs, b.Cents))} of draws")) + "."
            + string.Concat(beside.Select(o => $" Beside it {o.Scenario}: {string.Join("; ", Percentiles.Select(p => string.Create(CultureInfo.InvariantCulture, $"P{p} {Display.Brief(Quantiles.At(o.Costs, p))}")))}."));
        var table = new ChartTable(
            $"Budgets and the probability that the cost is above them, {input.Basis.Dollars}",
            ["Budget", "Amount", "Probability that the cost is above", .. beside.Select(o => $"{Wrap.Cut(o.Scenario, 60)}, probability")],
            [
                .. marks.Select(m => Row(string.Create(CultureInfo.InvariantCulture, $"P{m.Percent}"), m.Cents)),
                .. budgets.Select(b => Row(b.Name, b.Cents)),
            ]);
        return new ChartWords(Name, title, (input.Basis with { Draws = costs.Length }).Subtitle(what, money: true), description, table);

        IReadOnlyList<string> Row(string budget, long cents) => [budget, Display.Dollars(cents), Display.Percent(Above(costs, cents)), .. beside.Select(o => Display.Percent(Above(o.Costs, cents)))];
    }

    private static string Finding(ExceedanceInput input, long[] costs, List<(string Scenario, long[] Costs)> beside, string scenario, IReadOnlyList<(int Percent, long Cents)> marks)
    {
        if (costs[0] == costs[^1]) return $"{scenario} costs {Display.Brief(costs[0])} in {input.Span} in {(costs.Length == 1 ? "the one draw" : "every draw")}";
        if (input.Budgets.Count == 0) return $"{scenario} needs {Display.Brief(marks[1].Cents)} in {input.Span} to hold in 80% of draws{Compared(c => Display.Brief(Quantiles.At(c, 80)))}; the median is {Display.Brief(marks[0].Cents)}";
        var budget = input.Budgets[0];
        var gap = marks[1].Cents - budget.Cents;
        return $"{Wrap.Cut(budget.Name, 40)} of {Display.Brief(budget.Cents)} for {input.Span} is exceeded in {Display.Probability(Above(costs, budget.Cents))} of draws{Compared(c => Display.Probability(Above(c, budget.Cents)))}; "
            + (gap == 0 ? "it holds in 80%" : gap > 0 ? $"{Display.Brief(gap)} more would hold in 80%" : $"{Display.Brief(-gap)} less would still hold in 80%");

        string Compared(Func<long[], string> figure) => beside.Count == 0 ? "" : $" ({string.Join(", ", beside.Select(o => $"{Wrap.Cut(o.Scenario, 24)} {figure(o.Costs)}"))})";
    }
}
