namespace CtmsAnalytics.Workspace.Tables;

/// <summary>A file of rows and cells, read forward: sheets one after another, rows in order.</summary>
internal abstract class TableSource : IDisposable
{
    /// <summary>Name of the current sheet; empty for a text file.</summary>
    public abstract string SheetName { get; }

    /// <summary>Row of the sheet, or line of the text file, that the current row begins on; from 1.</summary>
    public abstract long RowNumber { get; }

    /// <summary>Cells of the current row.</summary>
    public abstract int Count { get; }

    /// <summary>Sentences about how the file was read that a person should see.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    public abstract Cell this[int column] { get; }

    /// <summary>Moves to the next row of the current sheet.</summary>
    public abstract bool Read();

    /// <summary>Moves to the next sheet.</summary>
    public abstract bool NextSheet();

    public abstract void Dispose();

    /// <summary>Goes through the rows of the current sheet that are not blank.</summary>
    /// <param name="row">What is done with each.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="progress">Told the number of rows read so far, now and then; null for nobody.</param>
    /// <returns>Number of rows.</returns>
    public long EachRow(Action row, CancellationToken cancellation, IProgress<long>? progress = null)
    {
        long read = 0;
        while (Read())
        {
            if ((read & 0xFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(read);
            }

            if (IsBlank()) continue;
            read++;
            row();
        }

        return read;
    }

    public bool IsBlank()
    {
        for (var i = 0; i < Count; i++)
        {
            if (!this[i].IsEmpty) return false;
        }

        return true;
    }
}
