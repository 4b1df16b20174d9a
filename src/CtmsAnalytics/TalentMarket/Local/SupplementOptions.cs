using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>What a study of supplements is asked for.</summary>
public sealed record SupplementOptions
{
    /// <summary>How cost of talent becomes a supplement.</summary>
    public required SupplementPolicy Policy { get; init; }

    /// <summary>Whether means are compared instead of medians.</summary>
    /// <value>Default false.</value>
    public bool UseMean { get; init; }

    /// <summary>Occupations that are left out of the mix.</summary>
    /// <value>Default: those that parameters <c>supplement_leave_out:CODE</c> name.</value>
    public required IReadOnlySet<string> LeftOut { get; init; }

    /// <summary>Markets to propose for; the others keep their present percentage.</summary>
    /// <value>Default empty: all.</value>
    public IReadOnlySet<string> Markets { get; init; } = new HashSet<string>();

    /// <summary>Day from which the proposal holds.</summary>
    /// <value>Default null: the first work period that begins in the second fiscal year of the horizon, or in the first where there is no second.</value>
    public DateOnly? Effective { get; init; }

    /// <summary>Draws of a simulation on the same luck in both scenarios; 0 for none.</summary>
    /// <value>Default 0.</value>
    public int Draws { get; init; }

    /// <summary>Seed of the simulation, 0 to 2^32 - 1.</summary>
    /// <value>Default 1.</value>
    public uint Seed { get; init; } = 1;

    /// <summary>The options that the parameters give.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static SupplementOptions Read(ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new SupplementOptions
        {
            Policy = SupplementPolicy.Read(parameters),
            LeftOut = parameters.Names(LeaveOut).Where(n => parameters.Flag(n)).Select(n => n[LeaveOut.Length..]).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>The options as text, so that the same ones give the same study.</summary>
    /// <returns>One line for each.</returns>
    public override string ToString() => string.Join('\n',
        Policy,
        FormattableString.Invariant($"mean {UseMean}"),
        $"left out {string.Join(' ', LeftOut.Order(StringComparer.Ordinal))}",
        $"markets {string.Join(' ', Markets.Order(StringComparer.Ordinal))}",
        FormattableString.Invariant($"effective {Effective:yyyy-MM-dd}"),
        FormattableString.Invariant($"draws {Draws} seed {Seed}"));

    private const string LeaveOut = "supplement_leave_out:";
}
