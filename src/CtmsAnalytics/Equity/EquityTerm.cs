namespace CtmsAnalytics.Equity;

/// <summary>What is made of a column of numbers.</summary>
internal enum TermFunction
{
    Itself,
    Square,
    Log,
}

/// <summary>A factor as it is written: <c>name</c>, <c>name^2</c> or <c>log(name)</c>.</summary>
internal sealed record EquityTerm(string Column, TermFunction Function)
{
    private const string Square = "^2";
    private const string Log = "log(";

    public static EquityTerm Parse(string text) =>
        text.EndsWith(Square, StringComparison.Ordinal) ? new EquityTerm(text[..^Square.Length], TermFunction.Square)
        : text.StartsWith(Log, StringComparison.Ordinal) && text.EndsWith(')') ? new EquityTerm(text[Log.Length..^1], TermFunction.Log)
        : new EquityTerm(text, TermFunction.Itself);

    public double Of(double value) => Function switch
    {
        TermFunction.Square => value * value,
        TermFunction.Log => Math.Log(value),
        _ => value,
    };

    public override string ToString() => Function switch
    {
        TermFunction.Square => Column + Square,
        TermFunction.Log => $"{Log}{Column})",
        _ => Column,
    };
}
