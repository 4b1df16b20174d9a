using System.Globalization;
using System.Net;
using System.Text;

namespace CtmsAnalytics.Workspace.Display;

/// <summary>Writes a table as HTML for a notebook.</summary>
internal static class DisplayTableHtml
{
    private const int RowsOfPage = 20;

    /// <summary>
    /// Runs where the table stands and touches nothing else. A host that lets no script run shows all rows of the head at once.
    /// </summary>
    private const string Script = """
        (function () {
          var box = document.currentScript.parentNode, table = box.querySelector('table'), body = table.tBodies[0], heads = table.tHead.rows[0].cells;
          var rows = Array.prototype.slice.call(body.rows), size = SIZE, page = 0, pages = Math.max(1, Math.ceil(rows.length / size));
          var bar = box.querySelector('.ctms-pages'), buttons = bar.querySelectorAll('button'), where = bar.querySelector('span');
          function show() {
            rows.forEach(function (row, i) { body.appendChild(row); row.style.display = i >= page * size && i < (page + 1) * size ? '' : 'none'; });
            where.textContent = 'page ' + (page + 1) + ' of ' + pages; buttons[0].disabled = page === 0; buttons[1].disabled = page === pages - 1;
          }
          buttons[0].onclick = function () { page = Math.max(0, page - 1); show(); };
          buttons[1].onclick = function () { page = Math.min(pages - 1, page + 1); show(); };
          Array.prototype.forEach.call(heads, function (head, column) {
            var button = head.querySelector('button'), up = false; if (!button) return;
            button.onclick = function () {
              up = !up; var numeric = head.className === 'n';
              rows.sort(function (a, b) {
                var x = a.cells[column].textContent, y = b.cells[column].textContent;
                if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1;
                var c = numeric ? Number(x.replace(/,/g, '')) - Number(y.replace(/,/g, '')) : x < y ? -1 : x > y ? 1 : 0; return up ? c : -c;
              });
              Array.prototype.forEach.call(heads, function (h) { h.removeAttribute('aria-sort'); });
              head.setAttribute('aria-sort', up ? 'ascending' : 'descending'); page = 0; show();
            };
          });
          bar.style.display = pages > 1 ? '' : 'none'; show();
        })();
        """;

    private const string Style = """
        .ctms-table{overflow-x:auto;max-width:100%}.ctms-table table{border-collapse:collapse;font-size:.9em;font-variant-numeric:tabular-nums}.ctms-table th,.ctms-table td{padding:2px 8px;text-align:left;border-bottom:1px solid #d0d0d0;white-space:nowrap}.ctms-table .n{text-align:right}.ctms-table th button{all:unset;cursor:pointer;font-weight:600}.ctms-table th button:focus-visible{outline:2px solid #0b61a4}.ctms-table th[aria-sort=ascending] button:after{content:" \25b2"}.ctms-table th[aria-sort=descending] button:after{content:" \25bc"}.ctms-table p{margin:4px 0;color:#555}
        """;

    public static string Write(DisplayTable table)
    {
        var html = new StringBuilder("<div class=\"ctms-table\"><style>").Append(Style).Append("</style><table><thead><tr>");
        foreach (var column in table.Columns) html.Append(CultureInfo.InvariantCulture, $"<th{Class(column)}><button type=\"button\">{Escape(column.Name)}</button></th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++) html.Append(CultureInfo.InvariantCulture, $"<td{Class(table.Columns[i])}>{Escape(DisplayTable.Cell(row[i]))}</td>");
            html.Append("</tr>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</tbody></table><p>{Escape(table.Size(table.Rows.Count))}</p>");
        html.Append("<p class=\"ctms-pages\" style=\"display:none\"><button type=\"button\">previous</button> <span></span> <button type=\"button\">next</button></p>");
        html.Append("<script>").Append(Script.Replace("SIZE", RowsOfPage.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).Append("</script></div>");
        return html.ToString();
    }

    private static string Class(DisplayColumn column) => column.IsNumeric ? " class=\"n\"" : "";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
