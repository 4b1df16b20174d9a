using System.Globalization;
using System.Security.Cryptography;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Simulation.Results;

/// <content>The file of a tally: marker, version, run, layout, draws, sums, SHA-256 of what comes before it. Little-endian; the same tally is the same bytes.</content>
public sealed partial class SimulationTally
{
    private const int Version = 1;

    private static ReadOnlySpan<byte> Marker => "CTMSDRAW"u8;

    /// <summary>Writes the tally.</summary>
    /// <param name="stream">Where to.</param>
    /// <exception cref="InputException">Draws lack organisations.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        RequireComplete();
        using var writer = new TallyWriter(stream);
        writer.Bytes(Marker);
        writer.Count(Version);
        writer.Count(DrawTile.Components);
        writer.Count(DrawTile.Flows);
        writer.Text(RunId);
        WriteLayout(writer);
        var ranges = _blocks.Complete;
        writer.List(ranges, range =>
        {
            writer.Count(range.First);
            writer.Count(range.Last);
        });
        for (var s = 0; s < _shape.Scenarios; s++)
        {
            for (var row = 0; row < _shape.SeriesRows; row++) WriteSeries(writer, _blocks.Series(s, row, ranges));
            WriteMoments(writer, _scenarios[s].Costs);
            WriteMoments(writer, _scenarios[s].Differences);
            WriteMoments(writer, _scenarios[s].Movement);
            WriteMoments(writer, _scenarios[s].Rules);
            WriteHistograms(writer, _scenarios[s].Histograms);
        }

        writer.Finish();
    }

    /// <summary>Reads a tally.</summary>
    /// <param name="stream">Where from; read to its end.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="InputException">It is no tally, of another version, cut short or altered.</exception>
    public static SimulationTally Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        var reader = new TallyReader(Checked(all.GetBuffer().AsMemory(0, (int)all.Length)));
        reader.Bytes(Marker.Length);
        if (reader.Count() is not Version and var version)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The draws are in format {version}; this version of the library reads format {Version}. Simulate them again, or merge with the version that wrote them."));
        if (reader.Count() != DrawTile.Components || reader.Count() != DrawTile.Flows)
            throw new InputException("The draws were written by a version of the library that books other components or flows. Simulate them again with this one.");
        var runId = reader.Text();
        var tally = new SimulationTally(ReadLayout(reader)) { RunId = runId };
        var ranges = reader.List(() => new DrawRange(reader.Count(), reader.Count()));
        tally._blocks.SetComplete(ranges);
        for (var s = 0; s < tally._shape.Scenarios; s++)
        {
            var series = new long[ranges.Sum(r => r.Count)];
            for (var row = 0; row < tally._shape.SeriesRows; row++)
            {
                ReadSeries(reader, series);
                tally._blocks.SetSeries(s, row, ranges, series);
            }

            ReadMoments(reader, tally._scenarios[s].Costs);
            ReadMoments(reader, tally._scenarios[s].Differences);
            ReadMoments(reader, tally._scenarios[s].Movement);
            ReadMoments(reader, tally._scenarios[s].Rules);
            ReadHistograms(reader, tally._scenarios[s].Histograms);
        }

        return tally;
    }

    /// <summary>What comes before the SHA-256, once that has been found right.</summary>
    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < Marker.Length || !bytes.Span[..Marker.Length].SequenceEqual(Marker))
            throw new InputException("This is no file of simulated draws: it does not begin with their marker. Give a file that a simulation wrote.");
        var content = bytes.Length - SHA256.HashSizeInBytes;
        if (content < Marker.Length || !SHA256.HashData(bytes.Span[..content]).AsSpan().SequenceEqual(bytes.Span[content..]))
            throw new InputException("The file of simulated draws is cut short or altered: its content does not have the SHA-256 at its end. Copy it again, or simulate these draws again.");
        return bytes[..content];
    }

    private void WriteLayout(TallyWriter writer)
    {
        writer.List(Layout.Scenarios, writer.Text);
        writer.List(Layout.FiscalYears, writer.Count);
        writer.List(Layout.Organisations, organisation =>
        {
            writer.Text(organisation.Agency);
            writer.Text(organisation.Organisation);
            writer.List(organisation.Cells, cell =>
            {
                writer.Text(cell.WorkLevel);
                writer.Text(cell.Market);
            });
        });
        writer.List(Layout.Rules, rule =>
        {
            writer.Text(rule.Name);
            writer.Text(rule.Paragraph);
            writer.Text(rule.Effect);
        });
        writer.List(Layout.HourWeekdaysPerFte, writer.Real);
    }

    private static SimulationLayout ReadLayout(TallyReader reader) => new(
        reader.List(reader.Text),
        reader.List(reader.Count),
        reader.List(() => new OrganisationLayout(reader.Text(), reader.Text(), reader.List(() => (reader.Text(), reader.Text())))),
        reader.List(() => new RuleReference(reader.Text(), reader.Text(), reader.Text())))
    {
        HourWeekdaysPerFte = reader.List(reader.Real),
    };

    /// <summary>Each draw as what it is more than the one before.</summary>
    private static void WriteSeries(TallyWriter writer, long[] series)
    {
        var before = 0L;
        foreach (var value in series)
        {
            writer.Signed(value - before);
            before = value;
        }
    }

    private static void ReadSeries(TallyReader reader, long[] series)
    {
        var before = 0L;
        for (var i = 0; i < series.Length; i++) series[i] = before += reader.Signed();
    }

    /// <summary>The rows that are not zero, each with the number of rows from the one before.</summary>
    private static void WriteMoments(TallyWriter writer, Moments[] moments)
    {
        writer.Count(moments.Count(m => !m.IsZero));
        var before = 0;
        for (var row = 0; row < moments.Length; row++)
        {
            if (moments[row].IsZero) continue;
            writer.Count(row - before);
            writer.Wide((UInt128)((moments[row].Sum << 1) ^ (moments[row].Sum >> 127)));
            writer.Wide(moments[row].Squares);
            before = row;
        }
    }

    private static void ReadMoments(TallyReader reader, Moments[] moments)
    {
        var row = 0;
        for (var left = reader.Count(); left > 0; left--)
        {
            row += reader.Count();
            var sum = reader.Wide();
            moments[row] = new Moments((Int128)(sum >> 1) ^ -(Int128)(sum & 1), reader.Wide());
        }
    }

    private static void WriteHistograms(TallyWriter writer, CellHistograms histograms)
    {
        for (var row = 0; row < histograms.Rows; row++)
        {
            writer.Count(histograms.Of(row).Count());
            var before = 0;
            foreach (var (code, count) in histograms.Of(row))
            {
                writer.Count(code - before);
                writer.Unsigned(count);
                before = code;
            }
        }
    }

    private static void ReadHistograms(TallyReader reader, CellHistograms histograms)
    {
        for (var row = 0; row < histograms.Rows; row++)
        {
            var code = 0;
            for (var left = reader.Count(); left > 0; left--)
            {
                code += reader.Count();
                histograms.Add(row, code, checked((uint)reader.Unsigned()));
            }
        }
    }
}
