namespace CtmsAnalytics.Workspace.Scenarios.Schema;

/// <summary>What a value of a scenario file may be.</summary>
/// <param name="Meaning">What it means, one sentence without a full stop.</param>
internal abstract record SchemaNode(string Meaning);

/// <summary>A section with fixed keys.</summary>
internal sealed record SectionSchema(string Meaning, params IReadOnlyList<SchemaEntry> Entries) : SchemaNode(Meaning)
{
    /// <summary>The entry of a key, or null.</summary>
    public SchemaEntry? this[string key] => Entries.FirstOrDefault(e => e.Key == key);
}

/// <summary>A key of a section.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">What its value may be.</param>
/// <param name="Default">What holds when it is absent, as it would be written; null where it must be given.</param>
internal sealed record SchemaEntry(string Key, SchemaNode Value, string? Default = null)
{
    /// <summary>True where <c>null</c> removes the whole section.</summary>
    public bool Removable { get; init; }
}

/// <summary>A map whose keys are chosen by the author: work levels, markets, years.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="Key">What its keys are.</param>
/// <param name="Value">What each value may be.</param>
internal sealed record TableSchema(string Meaning, TableKey Key, SchemaNode Value) : SchemaNode(Meaning);

/// <summary>What the keys of a table are.</summary>
internal enum TableKey
{
    /// <summary>Code of a work level of the structure.</summary>
    Level,

    /// <summary>Code of a work level that this entry defines.</summary>
    NewLevel,

    /// <summary>Code of a local market.</summary>
    Market,

    /// <summary>SOC code of an occupation in the wage survey.</summary>
    Occupation,

    /// <summary>Calendar year.</summary>
    Year,

    /// <summary>Name that this entry defines.</summary>
    Name,

    /// <summary>Identifier of a person in the roster.</summary>
    Person,

    /// <summary>Factor of the valuation scheme.</summary>
    Factor,

    /// <summary>Work level of the valuation scheme.</summary>
    ValuedLevel,
}

/// <summary>A list.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="Item">What each item may be.</param>
/// <param name="Index">What the index of an item stands for, for documentation.</param>
internal sealed record ListSchema(string Meaning, SchemaNode Item, string Index) : SchemaNode(Meaning);

/// <summary>A single value.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Minimum">Smallest value; null where there is none.</param>
/// <param name="Maximum">Largest value; null where there is none.</param>
/// <param name="Paragraph">Paragraph that the value or its range rests on; empty where there is none.</param>
/// <param name="Mark">What kind of choice the value is.</param>
internal sealed record ValueSchema(
    string Meaning,
    ValueKind Kind,
    string Unit,
    Bound? Minimum = null,
    Bound? Maximum = null,
    string Paragraph = "",
    ScenarioMark Mark = ScenarioMark.Assumed) : SchemaNode(Meaning)
{
    /// <summary>True where <c>null</c> is a value.</summary>
    public bool Nullable { get; init; }

    /// <summary>The words that are possible, for <see cref="ValueKind.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>True where <c>.inf</c> is a value, above the range.</summary>
    public bool Infinite { get; init; }
}

/// <summary>How a value is written.</summary>
internal enum ValueKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>A fraction, never a percentage.</summary>
    Fraction,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Whole US dollars.</summary>
    Dollars,

    /// <summary>ISO date.</summary>
    Date,

    /// <summary>ISO date, or a fiscal quarter for its first day.</summary>
    Quarter,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>One of some words.</summary>
    Choice,

    /// <summary>Code of a work level.</summary>
    Level,

    /// <summary>Code of an organisation.</summary>
    Organisation,

    /// <summary>Name of a component of the Department.</summary>
    Agency,

    /// <summary>Code of a local market.</summary>
    Market,

    /// <summary>Code of a pay plan.</summary>
    PayPlan,

    /// <summary>Name of a career track.</summary>
    Track,

    /// <summary>Name of a rate.</summary>
    Rate,

    /// <summary>Name of a rate, or whole US dollars.</summary>
    RateOrDollars,

    /// <summary>Name of a retirement contribution series.</summary>
    RetirementRate,
}

/// <summary>End of a range: a number of the file format, or a number of the regulation, which is parameter data.</summary>
/// <param name="Value">The number, where no parameter is named.</param>
/// <param name="Parameter">Name of the parameter; null for a plain number.</param>
internal readonly record struct Bound(double Value, string? Parameter)
{
    /// <summary>A bound of the file format.</summary>
    public static implicit operator Bound(double value) => new(value, null);

    /// <summary>A bound that parameter data state.</summary>
    /// <param name="parameter">Name of the parameter.</param>
    /// <returns>The bound.</returns>
    public static Bound Of(string parameter) => new(double.NaN, parameter);
}
