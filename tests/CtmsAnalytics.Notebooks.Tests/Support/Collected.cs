using System.Text;
using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Tests.Support;

/// <summary>What a cell put out.</summary>
internal sealed class Collected : ICellOutput
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public List<MimeBundle> Displays { get; } = [];

    public MimeBundle? Value { get; private set; }

    public string? ValueText => Value?.Text(MimeTypes.Text);

    public void Stream(bool isError, string text) => _text.Append(text);

    public void Display(MimeBundle content, string? displayId, bool isUpdate) => Displays.Add(content);

    public void Result(MimeBundle content) => Value = content;
}

internal static class SessionExtensions
{
    /// <summary>Runs a cell that must succeed.</summary>
    public static Collected Do(this NotebookSession session, string source)
    {
        var output = new Collected();
        var result = session.Execute(source, output);
        Assert.True(result.Succeeded, string.Join('\n', result.Error?.Lines() ?? []));
        return output;
    }

    /// <summary>Runs a cell that must fail.</summary>
    public static CellError Fail(this NotebookSession session, string source, CellOptions? options = null)
    {
        var result = session.Execute(source, new Collected(), options);
        return Assert.IsType<CellError>(result.Error);
    }
}
