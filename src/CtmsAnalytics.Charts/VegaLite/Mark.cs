namespace CtmsAnalytics.Charts.VegaLite;

/// <summary>What a row is drawn as. Colours, dashes and shapes are constant within a layer, so no legend is generated; the charts draw their own key.</summary>
internal sealed record Mark(string Type)
{
    public string? Fill { get; init; }

    public string? Stroke { get; init; }

    public double? StrokeWidth { get; init; }

    public IReadOnlyList<double>? StrokeDash { get; init; }

    public string? Color { get; init; }

    public double? Opacity { get; init; }

    public double? FillOpacity { get; init; }

    public bool? Filled { get; init; }

    public string? Shape { get; init; }

    public double? Size { get; init; }

    public double? CornerRadius { get; init; }

    public string? Align { get; init; }

    public string? Baseline { get; init; }

    public double? Dx { get; init; }

    public double? Dy { get; init; }

    public double? FontSize { get; init; }

    public string? FontWeight { get; init; }

    public double? LineHeight { get; init; }

    /// <summary>Whether each mark carries its own words (<see cref="Encoding.Description"/>).</summary>
    public bool? Aria { get; init; }

    public string? Interpolate { get; init; }

    /// <summary>Turn of a text, degrees clockwise.</summary>
    public double? Angle { get; init; }
}

/// <summary>How the fields of a row are placed.</summary>
internal sealed record Encoding
{
    public Channel? X { get; init; }

    public Channel? X2 { get; init; }

    public Channel? Y { get; init; }

    public Channel? Y2 { get; init; }

    public Channel? Text { get; init; }

    /// <summary>Words of each mark.</summary>
    public Channel? Description { get; init; }
}

/// <summary>One channel: a field of the row, a constant of the data (<see cref="Datum"/>), or a constant in pixels (<see cref="Value"/>).</summary>
internal sealed record Channel
{
    public string? Field { get; init; }

    public string? Type { get; init; }

    public double? Datum { get; init; }

    public object? Value { get; init; }

    public Axis? Axis { get; init; }

    public Scale? Scale { get; init; }

    public static Channel Pixels(double value) => new() { Value = value };

    public static Channel Words(string text) => new() { Value = text };

    /// <summary>A constant place on the axis.</summary>
    public static Channel At(double value) => new() { Datum = value };

    /// <summary>A field of the row, named through <c>nameof</c> so that a renamed property does not compile to an empty chart.</summary>
    public static Channel Of(string property) => new() { Field = Json.Name(property) };

    public Channel Quantitative(Axis axis, Scale scale) => this with { Type = "quantitative", Axis = axis, Scale = scale };

    public Channel Nominal() => this with { Type = "nominal" };
}

internal sealed record Scale(IReadOnlyList<double> Domain)
{
    public bool Nice { get; init; }

    public bool Zero { get; init; }
}

/// <summary>An axis. Charts whose places carry words draw the words themselves and use <see cref="Hidden"/>.</summary>
internal sealed record Axis
{
    public static readonly Axis Hidden = new() { Labels = false, Ticks = false, Domain = false, Grid = false, Title = "" };

    public string? Title { get; init; }

    public string? Orient { get; init; }

    public string? Format { get; init; }

    public IReadOnlyList<double>? Values { get; init; }

    public bool? Labels { get; init; }

    /// <summary>An expression of the library; never text from an input.</summary>
    public string? LabelExpr { get; init; }

    public bool? Ticks { get; init; }

    public bool? Domain { get; init; }

    public bool? Grid { get; init; }

    public double? TitlePadding { get; init; }

    public string? TitleAnchor { get; init; }

    public double? TitleAngle { get; init; }

    public string? TitleAlign { get; init; }

    public double? TitleX { get; init; }

    public double? TitleY { get; init; }
}
