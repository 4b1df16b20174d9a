using System.Collections;
using System.Data.Common;

namespace CtmsAnalytics.DuckDb;

/// <summary>The parameters of a command, in order.</summary>
public sealed class DuckDBParameterCollection : DbParameterCollection
{
    private readonly List<DuckDBParameter> _parameters = [];

    internal DuckDBParameterCollection()
    {
    }

    /// <inheritdoc />
    public override int Count => _parameters.Count;

    /// <inheritdoc />
    public override object SyncRoot => ((ICollection)_parameters).SyncRoot;

    /// <summary>A parameter by position.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The parameter.</returns>
    public new DuckDBParameter this[int index]
    {
        get => _parameters[index];
        set => _parameters[index] = value;
    }

    /// <summary>Adds a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The same parameter.</returns>
    public DuckDBParameter Add(DuckDBParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Adds a parameter, or a bare value as a positional one.</summary>
    /// <param name="value">A <see cref="DuckDBParameter"/> or a value.</param>
    /// <returns>Its position.</returns>
    public override int Add(object value)
    {
        _parameters.Add(Parameter(value));
        return _parameters.Count - 1;
    }

    /// <summary>Adds a named parameter.</summary>
    /// <param name="name">The name, with or without its <c>$</c>.</param>
    /// <param name="value">The value; null is NULL.</param>
    /// <returns>The parameter.</returns>
    public DuckDBParameter AddWithValue(string name, object? value) => Add(new DuckDBParameter(name, value));

    /// <inheritdoc />
    public override void AddRange(Array values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values) Add(value!);
    }

    /// <inheritdoc />
    public override void Clear() => _parameters.Clear();

    /// <inheritdoc />
    public override bool Contains(object value) => IndexOf(value) >= 0;

    /// <inheritdoc />
    public override bool Contains(string value) => IndexOf(value) >= 0;

    /// <inheritdoc />
    public override void CopyTo(Array array, int index) => ((ICollection)_parameters).CopyTo(array, index);

    /// <inheritdoc />
    public override IEnumerator GetEnumerator() => _parameters.GetEnumerator();

    /// <inheritdoc />
    public override int IndexOf(object value) => value is DuckDBParameter parameter ? _parameters.IndexOf(parameter) : -1;

    /// <inheritdoc />
    public override int IndexOf(string parameterName)
    {
        var name = new DuckDBParameter(parameterName, null).ParameterName;
        return _parameters.FindIndex(p => p.ParameterName.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc />
    public override void Insert(int index, object value) => _parameters.Insert(index, Parameter(value));

    /// <inheritdoc />
    public override void Remove(object value)
    {
        if (value is DuckDBParameter parameter) _parameters.Remove(parameter);
    }

    /// <inheritdoc />
    public override void RemoveAt(int index) => _parameters.RemoveAt(index);

    /// <inheritdoc />
    public override void RemoveAt(string parameterName) => RemoveAt(Position(parameterName));

    /// <inheritdoc />
    protected override DbParameter GetParameter(int index) => _parameters[index];

    /// <inheritdoc />
    protected override DbParameter GetParameter(string parameterName) => _parameters[Position(parameterName)];

    /// <inheritdoc />
    protected override void SetParameter(int index, DbParameter value) => _parameters[index] = Parameter(value);

    /// <inheritdoc />
    protected override void SetParameter(string parameterName, DbParameter value) => _parameters[Position(parameterName)] = Parameter(value);

    internal DuckDBParameter[] Snapshot() => [.. _parameters];

    private static DuckDBParameter Parameter(object? value) => value switch
    {
        DuckDBParameter parameter => parameter,
        DbParameter other => new DuckDBParameter(other.ParameterName, other.Value),
        _ => new DuckDBParameter(value),
    };

    private int Position(string parameterName)
    {
        var index = IndexOf(parameterName);
        if (index >= 0) return index;
        throw new ArgumentException($"There is no parameter '{parameterName}'. There are: {string.Join(", ", _parameters.Select(p => p.ParameterName))}.", nameof(parameterName));
    }
}
