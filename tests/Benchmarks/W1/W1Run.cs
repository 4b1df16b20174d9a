using System.Globalization;

namespace Benchmarks.W1;

/// <summary>One run of the workload.</summary>
/// <param name="Way">Who ran it.</param>
/// <param name="Answer">Salary, supplement, recognition payment and special working conditions, cents.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record W1Run(string Way, string Answer, double Seconds)
{
    internal static string Text(IEnumerable<long> answer) => $"[{string.Join(", ", answer.Select(a => a.ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>Reads a line of the peer's output: <c>fused numba: answer [1, 2, 3, 4] cents; 0.123 s; ...</c></summary>
    internal static W1Run Parse(string line)
    {
        var parts = line.Split([": answer ", " cents; ", " s; "], StringSplitOptions.None);
        return parts.Length == 4
            ? new W1Run(parts[0], parts[1], double.Parse(parts[2], CultureInfo.InvariantCulture))
            : throw new FormatException($"The peer printed '{line}'; a line such as 'fused numba: answer [1, 2, 3, 4] cents; 0.123 s; ...' is expected.");
    }

    /// <summary>Nominal cells (every person, work period and draw, also after a separation) a second.</summary>
    internal double CellsPerSecond(W1Arguments of) => (double)of.Persons * Workload.Periods * of.Draws / Seconds;

    internal string Line(W1Arguments of) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Way}: answer {Answer} cents; {Seconds:F3} s; {CellsPerSecond(of) / 1e6:F1} M nominal person-period-draws/s, {(double)of.Persons * Workload.Years * of.Draws / Seconds / 1e6:F2} M person-year-draws/s");
}
