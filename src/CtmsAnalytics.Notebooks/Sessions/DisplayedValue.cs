namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Something that a cell has displayed and may replace.</summary>
public sealed class DisplayedValue
{
    private readonly Action<object?> _update;

    internal DisplayedValue(string id, Action<object?> update) => (Id, _update) = (id, update);

    /// <summary>Name of the display in the session.</summary>
    public string Id { get; }

    /// <summary>Shows another value in the place of this one.</summary>
    /// <param name="value">The value.</param>
    public void Update(object? value) => _update(value);
}
