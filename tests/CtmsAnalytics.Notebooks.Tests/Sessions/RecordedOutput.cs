using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Tests.Sessions;

/// <summary>What a cell put out, in its order.</summary>
public sealed class RecordedOutput : ICellOutput
{
    public List<(bool IsError, string Text)> Streams { get; } = [];

    public List<(MimeBundle Content, string? Id, bool IsUpdate)> Displays { get; } = [];

    public MimeBundle? Value { get; private set; }

    public string Text => string.Concat(Streams.Where(s => !s.IsError).Select(s => s.Text));

    public void Stream(bool isError, string text) => Streams.Add((isError, text));

    public void Display(MimeBundle content, string? displayId, bool isUpdate) => Displays.Add((content, displayId, isUpdate));

    public void Result(MimeBundle content) => Value = content;
}
