using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Charts.Rendering;

/// <summary>
/// Draws charts as SVG with Vega on Node.js: one process, started with the first chart and kept until disposal. No browser, no network, no file access.
/// May be used from several threads; charts are drawn one after another.
/// </summary>
public sealed class SvgRenderer : IDisposable
{
    private const int StandardErrorKept = 4000;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Lock _gate = new();
    private readonly StringBuilder _standardError = new();
    private readonly string _node;
    private readonly TimeSpan _patience;
    private Process? _process;
    private long _lastRequest;
    private bool _disposed;

    /// <summary>Creates a renderer; nothing is started yet.</summary>
    /// <param name="node">Node.js program: a path, or a name that is looked up on the PATH. Default <c>node</c>.</param>
    /// <param name="patience">Longest time that one chart may take before the process is ended. Default 60 seconds.</param>
    public SvgRenderer(string node = "node", TimeSpan? patience = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(node);
        _node = node;
        _patience = patience ?? TimeSpan.FromSeconds(60);
    }

    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <returns>The SVG and what Vega-Lite warned of.</returns>
    /// <exception cref="InputException">Node.js is not installed or too old, or the script beside the library is missing.</exception>
    /// <exception cref="ChartRenderException">The specification cannot be drawn, or the process stopped or took too long.</exception>
    /// <exception cref="ObjectDisposedException">The renderer is disposed.</exception>
    public RenderedChart Render(ChartSpec chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _process ??= Start();
            var request = new JsonObject
            {
                ["id"] = ++_lastRequest,
                ["name"] = chart.Name,
                ["title"] = chart.Title,
                ["description"] = chart.Description,
                ["spec"] = chart.Specification.DeepClone(),
            };
            return Read(chart, Exchange(chart, request.ToJsonString()));
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Stop();
        }
    }

    /// <summary>Where the script may be: beside the program; in the host of a notebook beside the library, or in the library's package as it is unpacked.</summary>
    internal static IReadOnlyList<string> Scripts(string programFolder, string? libraryFolder)
    {
        string[] folders = string.IsNullOrEmpty(libraryFolder) ? [programFolder] : [programFolder, libraryFolder, Path.Combine(libraryFolder, "..", "..")];
        return [.. folders.Select(folder => Path.Combine(folder, "render", "vega-render.cjs"))];
    }

    private Process Start()
    {
        var scripts = Scripts(AppContext.BaseDirectory, Path.GetDirectoryName(typeof(SvgRenderer).Assembly.Location));
        var script = scripts.FirstOrDefault(File.Exists) ?? scripts[0];
        if (!File.Exists(script))
            throw new InputException($"The chart script '{script}' is missing. Build the solution again, or reinstall the tool: the build puts the script beside the program.");
        _standardError.Clear();
        var start = new ProcessStartInfo(_node, [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // Options meant for the caller's own Node.js programs must not change or watch this one.
        start.Environment.Remove("NODE_OPTIONS");
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InputException(
                $"Charts are drawn with Node.js, and '{_node}' could not be started ({e.Message}). Install Node.js 18 or later so that 'node' is on the PATH (Debian and Ubuntu: apt-get install nodejs; macOS: brew install node; Windows: winget install OpenJS.NodeJS), then run again.",
                e);
        }

        process.ErrorDataReceived += (_, line) =>
        {
            lock (_standardError)
            {
                if (line.Data is not null && _standardError.Length < StandardErrorKept) _standardError.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        return process;
    }

    private string Exchange(ChartSpec chart, string request)
    {
        try
        {
            _process!.StandardInput.WriteLine(request);
            _process.StandardInput.Flush();
            return _process.StandardOutput.ReadLineAsync().WaitAsync(_patience).GetAwaiter().GetResult() ?? throw Ended(chart, null);
        }
        catch (TimeoutException e)
        {
            Stop();
            throw new ChartRenderException(string.Create(CultureInfo.InvariantCulture, $"Chart '{chart.Name}' was not drawn within {_patience.TotalSeconds:0.###} seconds, and the renderer was ended. Allow more time or draw fewer marks."), e);
        }
        catch (IOException e)
        {
            throw Ended(chart, e);
        }
    }

    /// <summary>The process went away. Its last words say why; a Node.js that is too old for the script is the common case.</summary>
    private ChartRenderException Ended(ChartSpec chart, Exception? cause)
    {
        _process!.WaitForExit(TimeSpan.FromSeconds(5));
        string words;
        lock (_standardError) words = _standardError.ToString().Trim();
        Stop();
        var message = $"Chart '{chart.Name}' was not drawn: '{_node}' ended. Node.js 18 or later is needed ('node --version' tells)."
            + (words.Length == 0 ? "" : $" It said: {words}");
        return cause is null ? new ChartRenderException(message) : new ChartRenderException(message, cause);
    }

    private RenderedChart Read(ChartSpec chart, string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement.TryGetProperty("error", out var error))
                throw new ChartRenderException($"Chart '{chart.Name}' was not drawn: {error.GetString()}.");
            return new RenderedChart(
                json.RootElement.GetProperty("svg").GetString()!,
                [.. json.RootElement.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()!)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Stop();
            throw new ChartRenderException($"Chart '{chart.Name}' was not drawn: '{_node}' answered in a way that is not the chart script's. Is it Node.js 18 or later?", e);
        }
    }

    private void Stop()
    {
        if (_process is not { } process) return;
        _process = null;
        try
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromMilliseconds(500))) process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or Win32Exception)
        {
            // The process is already gone, which is what was wanted.
        }

        process.Dispose();
    }
}
