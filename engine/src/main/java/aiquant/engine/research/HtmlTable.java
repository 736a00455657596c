package aiquant.engine.research;

import java.util.ArrayList;
import java.util.List;

/// A table of figures that a click on a heading sorts.
///
/// Cells carry what they show and, for numbers, the value to sort by. Not thread-safe.
final class HtmlTable {

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    private record Column(String title, boolean isNumber) {}

    private record Cell(String shown, double value, String cssClass) {}

    /// One line of a table.
    static final class Row {
        private final List<Cell> cells = new ArrayList<>();

        Row name(String text) {
            return add(text, 0, "name");
        }

        Row count(long value) {
            return add(Figures.count(value), (double) value, "number");
        }

        Row percent(double fraction) {
            return add(Figures.percent(fraction), fraction, "number");
        }

        Row usd(double value) {
            return add(Figures.usd(value), value, "number");
        }

        Row factor(double value) {
            return add(Figures.factor(value), value, "number");
        }

        /// A fraction that may be unknown.
        Row share(double value) {
            return Double.isNaN(value) ? add("–", Double.NEGATIVE_INFINITY, "number") : percent(value);
        }

        /// Four digits of what may be unknown.
        Row probability(double value) {
            return Double.isNaN(value)
                    ? add("–", Double.NEGATIVE_INFINITY, "number")
                    : add(Figures.fixed(value, 4), value, "number");
        }

        /// Long text, wrapped.
        Row text(String text) {
            return add(text, 0, "wrapped");
        }

        Row plain(double value) {
            return add(Figures.plain(value), value, "number");
        }

        /// Coloured by its sign.
        Row profit(double value) {
            return add(Figures.signedUsd(value), value, "number " + sign(value));
        }

        private Row add(String shown, double value, String cssClass) {
            cells.add(new Cell(shown, value, cssClass));
            return this;
        }
    }

    static String sign(double value) {
        return value > 0 ? "gain" : value < 0 ? "loss" : "flat";
    }

    HtmlTable text(String title) {
        columns.add(new Column(title, false));
        return this;
    }

    HtmlTable numbers(String... titles) {
        for (String title : titles) {
            columns.add(new Column(title, true));
        }
        return this;
    }

    Row row() {
        Row row = new Row();
        rows.add(row.cells);
        return row;
    }

    String markup() {
        if (rows.isEmpty()) {
            return "<p class=\"note\">Nothing to show.</p>";
        }
        Html html = new Html().raw("<div class=\"scroll\"><table class=\"sortable\"><thead><tr>");
        for (Column column : columns) {
            html.raw("<th scope=\"col\"")
                    .raw(column.isNumber() ? " class=\"number\"" : "")
                    .raw(" aria-sort=\"none\"><button type=\"button\">")
                    .text(column.title())
                    .raw("</button></th>");
        }
        html.raw("</tr></thead><tbody>\n");
        for (List<Cell> row : rows) {
            html.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                Cell cell = row.get(i);
                String value = columns.get(i).isNumber() ? " data-value=\"" + cell.value() + "\"" : "";
                html.raw("<td class=\"" + cell.cssClass() + "\"" + value + ">")
                        .text(cell.shown())
                        .raw("</td>");
            }
            html.raw("</tr>\n");
        }
        return html.raw("</tbody></table></div>").toString();
    }
}
