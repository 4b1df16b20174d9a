namespace CtmsAnalytics.DuckDb.Vectors;

/// <summary>DATE.</summary>
internal sealed unsafe class DateVectorReader(string name, ColumnType type) : VectorReader<DateOnly>(name, type)
{
    internal override Type StorageType => typeof(int);

    internal override DateOnly GetDateOnly(int row) => DuckDBEpoch.ToDateOnly(((int*)Data)[row]);

    internal override DateTime GetDateTime(int row) => GetDateOnly(row).ToDateTime(TimeOnly.MinValue);

    protected override DateOnly Get(int row) => GetDateOnly(row);
}

/// <summary>TIME.</summary>
internal sealed unsafe class TimeVectorReader(string name, ColumnType type) : VectorReader<TimeOnly>(name, type)
{
    internal override Type StorageType => typeof(long);

    internal override TimeOnly GetTimeOnly(int row) => DuckDBEpoch.ToTimeOnly(((long*)Data)[row]);

    internal override object GetAs(int row, Type asked) =>
        (Nullable.GetUnderlyingType(asked) ?? asked) == typeof(TimeSpan) ? GetTimeOnly(row).ToTimeSpan() : base.GetAs(row, asked);

    protected override TimeOnly Get(int row) => GetTimeOnly(row);
}

/// <summary>TIMESTAMP (kind unspecified) and TIMESTAMP WITH TIME ZONE (kind UTC), both microseconds.</summary>
internal sealed unsafe class TimestampVectorReader(string name, ColumnType type) : VectorReader<DateTime>(name, type)
{
    private readonly DateTimeKind _kind = type.Id == DuckDBType.TimestampTz ? DateTimeKind.Utc : DateTimeKind.Unspecified;

    internal override Type StorageType => typeof(long);

    internal override DateTime GetDateTime(int row) => DuckDBEpoch.ToDateTime(((long*)Data)[row], _kind);

    internal override DateOnly GetDateOnly(int row)
    {
        var value = GetDateTime(row);
        if (value.TimeOfDay != TimeSpan.Zero) throw Mismatch(typeof(DateOnly));
        return DateOnly.FromDateTime(value);
    }

    protected override DateTime Get(int row) => GetDateTime(row);
}

/// <summary>TIMESTAMP_S, _MS and _NS: another unit, the same meaning. Parts of 100 nanoseconds are cut off.</summary>
internal sealed unsafe class ScaledTimestampVectorReader(string name, ColumnType type) : VectorReader<DateTime>(name, type)
{
    private readonly DuckDBType _unit = type.Id;

    internal override Type StorageType => typeof(long);

    internal override DateTime GetDateTime(int row)
    {
        var value = (Int128)((long*)Data)[row];
        var ticks = DateTime.UnixEpoch.Ticks + _unit switch
        {
            DuckDBType.TimestampS => value * TimeSpan.TicksPerSecond,
            DuckDBType.TimestampMs => value * TimeSpan.TicksPerMillisecond,
            _ => (value >= 0 ? value : value - (TimeSpan.NanosecondsPerTick - 1)) / TimeSpan.NanosecondsPerTick,
        };
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) throw TooBig(((long*)Data)[row], typeof(DateTime));
        return new DateTime((long)ticks);
    }

    protected override DateTime Get(int row) => GetDateTime(row);
}

/// <summary>INTERVAL.</summary>
internal sealed unsafe class IntervalVectorReader(string name, ColumnType type) : VectorReader<DuckDBInterval>(name, type)
{
    internal override Type StorageType => typeof(DuckDBInterval);

    internal override object GetAs(int row, Type asked) =>
        (Nullable.GetUnderlyingType(asked) ?? asked) == typeof(TimeSpan) ? Get(row).ToTimeSpan() : base.GetAs(row, asked);

    protected override DuckDBInterval Get(int row) => ((DuckDBInterval*)Data)[row];
}
