namespace CtmsAnalytics.Charts.Html;

/// <summary>Parts of a page that stand alone in a notebook: an element with its own style sheet, which reaches nothing outside of it.</summary>
internal static class FragmentHtml
{
    private const string Style =
        ".ctms-study{max-width:62rem;line-height:1.45}.ctms-study h3{margin:1.2rem 0 .4rem}.ctms-study p,.ctms-study li{max-width:50rem}.ctms-study p.finding{font-weight:600}"
        + ".ctms-study figure{margin:.8rem 0}.ctms-study svg{max-width:100%;height:auto}.ctms-study figcaption,.ctms-study details{color:#555;font-size:.875rem}.ctms-study summary{cursor:pointer}"
        + ".ctms-study .scroll{margin:.6rem 0 1rem;overflow-x:auto}.ctms-study table{border-collapse:collapse;font-size:.875rem}.ctms-study caption{padding-bottom:.3rem;text-align:left;font-weight:600;white-space:normal}"
        + ".ctms-study th,.ctms-study td{padding:2px 10px 2px 0;border-bottom:1px solid #d8dcdf;text-align:left;vertical-align:top;font-weight:400}.ctms-study thead th{border-bottom:1px solid #555;font-weight:600;vertical-align:bottom}"
        + ".ctms-study .number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.ctms-study thead .number{white-space:normal}.ctms-study .total>*{border-top:1px solid #555;font-weight:600}";

    /// <summary>Writes a fragment.</summary>
    /// <param name="write">Writes what stands in it.</param>
    public static string Write(Action<HtmlWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var html = new HtmlWriter(text);
        using (html.Open("div", ("class", "ctms-study")))
        {
            html.Own($"<style>{Style}</style>");
            write(html);
        }

        return text.ToString();
    }

    /// <summary>A table with its caption; rows that close others stand out. Its notes follow.</summary>
    public static void Table(HtmlWriter html, ChartTable table)
    {
        using (var element = new Table(html, table.Caption, table.Columns)) element.Group("", table.Rows.Select(r => new Table.Row(r[0], [.. r.Skip(1)], table.Totals.Contains(r[0]) ? "total" : "")));
        foreach (var note in table.Notes) html.Text("p", note);
    }
}
