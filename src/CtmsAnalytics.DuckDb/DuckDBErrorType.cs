namespace CtmsAnalytics.DuckDb;

/// <summary>What kind of error DuckDB reported. The numbers are those of its C API.</summary>
public enum DuckDBErrorType
{
    /// <summary>No error type was given.</summary>
    Invalid = 0,

    /// <summary>A value is outside the range of its type.</summary>
    OutOfRange = 1,

    /// <summary>A value cannot be converted.</summary>
    Conversion = 2,

    /// <summary>A type is not known.</summary>
    UnknownType = 3,

    /// <summary>A decimal operation failed.</summary>
    Decimal = 4,

    /// <summary>Types do not match.</summary>
    MismatchType = 5,

    /// <summary>Division by zero.</summary>
    DivideByZero = 6,

    /// <summary>An object is too large.</summary>
    ObjectSize = 7,

    /// <summary>A type is not valid here.</summary>
    InvalidType = 8,

    /// <summary>Data could not be serialized.</summary>
    Serialization = 9,

    /// <summary>A transaction cannot continue.</summary>
    Transaction = 10,

    /// <summary>DuckDB does not have this.</summary>
    NotImplemented = 11,

    /// <summary>An expression is wrong.</summary>
    Expression = 12,

    /// <summary>A table, column or function is missing or already there.</summary>
    Catalog = 13,

    /// <summary>The SQL cannot be parsed.</summary>
    Parser = 14,

    /// <summary>The SQL cannot be planned.</summary>
    Planner = 15,

    /// <summary>The scheduler failed.</summary>
    Scheduler = 16,

    /// <summary>The execution failed.</summary>
    Executor = 17,

    /// <summary>A constraint is violated.</summary>
    Constraint = 18,

    /// <summary>An index failed.</summary>
    Index = 19,

    /// <summary>Statistics are wrong.</summary>
    Statistics = 20,

    /// <summary>The connection failed.</summary>
    Connection = 21,

    /// <summary>The syntax is wrong.</summary>
    Syntax = 22,

    /// <summary>A setting is wrong.</summary>
    Settings = 23,

    /// <summary>A name or a parameter cannot be bound.</summary>
    Binder = 24,

    /// <summary>The network failed.</summary>
    Network = 25,

    /// <summary>The optimizer failed.</summary>
    Optimizer = 26,

    /// <summary>A pointer is null.</summary>
    NullPointer = 27,

    /// <summary>A file cannot be read or written.</summary>
    IO = 28,

    /// <summary>The query was stopped.</summary>
    Interrupt = 29,

    /// <summary>The database is unusable until it is opened again.</summary>
    Fatal = 30,

    /// <summary>A fault inside DuckDB.</summary>
    Internal = 31,

    /// <summary>An input is not valid.</summary>
    InvalidInput = 32,

    /// <summary>The memory limit is reached.</summary>
    OutOfMemory = 33,

    /// <summary>A permission is missing.</summary>
    Permission = 34,

    /// <summary>A parameter's type is not known.</summary>
    ParameterNotResolved = 35,

    /// <summary>A parameter is not allowed here.</summary>
    ParameterNotAllowed = 36,

    /// <summary>Another object depends on this one.</summary>
    Dependency = 37,

    /// <summary>An HTTP request failed.</summary>
    Http = 38,

    /// <summary>An extension is missing.</summary>
    MissingExtension = 39,

    /// <summary>An extension could not be loaded.</summary>
    Autoload = 40,

    /// <summary>A sequence failed.</summary>
    Sequence = 41,

    /// <summary>An option is unknown or has a wrong value.</summary>
    InvalidConfiguration = 42,
}
