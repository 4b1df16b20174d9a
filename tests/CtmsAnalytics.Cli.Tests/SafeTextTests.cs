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
}
