using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Notebooks.Documents;

namespace CtmsAnalytics.Notebooks.Tests.Documents;

public sealed class NotebookDocumentTests
{
    /// <summary>As Jupyter writes it, with metadata of other tools in it.</summary>
    private const string Written = """
        {
         "cells": [
          {
           "attachments": {},
           "cell_type": "markdown",
           "id": "a1",
           "metadata": {
            "slideshow": {
             "slide_type": "slide"
            }
           },
           "source": [
            "# Größe <b> 'ü'\n",
            "€"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 7,
           "id": "b2",
           "metadata": {},
           "outputs": [
            {
             "data": {
              "application/x-other+json": {
               "b": 1.50,
               "a": []
              },
              "text/plain": [
               "2"
              ]
             },
             "execution_count": 7,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": [
            "1 + 1"
           ]
          }
         ],
         "metadata": {
          "other_tool": {
           "x": null
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void ReadAndWritten_FileOfJupyter_IsTheSameButForTheOrderOfKeys() =>
        Assert.Equal(
            Written.Replace("\"b\": 1.50,\n       \"a\": []", "\"a\": [],\n       \"b\": 1.50", StringComparison.Ordinal),
            NotebookDocument.Parse(Written, "a.ipynb").ToJson());

    [Fact]
    public void Read_OlderMinorFormat_GetsUniqueIdsAndIs45()
    {
        var notebook = NotebookDocument.Parse("""{"nbformat":4,"nbformat_minor":2,"cells":[{"cell_type":"code","source":"1"},{"cell_type":"code","source":"2","id":"cell-3"},{"cell_type":"markdown","source":"3"}]}""", "a.ipynb");

        Assert.Equal(3, notebook.Cells.Select(c => c.Id).Distinct().Count());
        Assert.Contains("\"nbformat_minor\": 5", notebook.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{\n \"cells\": [}", "not JSON")]
    [InlineData("{}", "no number 'nbformat'")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "format 3, and format 4 is read")]
    [InlineData("{\"nbformat\":4}", "no list 'cells'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"heading\"}]}", "Cell 1 is no code")]
    public void Read_WhatIsNoNotebook_IsRefusedWithItsFile(string text, string says)
    {
        var problem = Assert.Single(Assert.Throws<InputException>(() => NotebookDocument.Parse(text, "a.ipynb")).Problems);

        Assert.Equal("a.ipynb", problem.File);
        Assert.Contains(says, problem.What, StringComparison.Ordinal);
    }
}
