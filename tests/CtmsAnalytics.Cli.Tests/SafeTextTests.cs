using CtmsAnalytics.Cli.Output;

namespace CtmsAnalytics.Cli.Tests;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("Zürich 東京 🙂 [bold]", "Zürich 東京 🙂 [bold]")]
    [InlineData("a\u001b[31mb", "a\\u001b[31mb")]
    [InlineData("a\nb\tc\r", "a\\nb\\tc\\r")]
    [InlineData("\u202egnp.exe", "\\u202egnp.exe")]
    [InlineData("\u0085\u2028\u200b", "\\u0085\\u2028\\u200b")]
    public void Escape_WhatMovesTheScreen_IsShownAsItsCode(string text, string expected) => Assert.Equal(expected, SafeText.Escape(text));

    [Theory]
    [InlineData("a\u001b[31mb", "a\\u001b[31mb")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("one\r\ntwo\tthree", "\"one\ntwo\tthree\"")]
    [InlineData("a\rb\u0007", "a\\rb\\u0007")]
    [InlineData("\u001b,\"x\"", "\"\\u001b,\"\"x\"\"\"")]
    public void CsvText_WhatSteersATerminalOrASpreadsheet_IsHarmless(string text, string cell) => Assert.Equal(cell, CsvLine.Text(text));
}
