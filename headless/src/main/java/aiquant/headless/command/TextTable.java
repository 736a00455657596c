package aiquant.headless.command;

import java.util.ArrayList;
import java.util.List;

/// Lines of text in columns: numbers to the right, everything else to the left, two spaces between.
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    /// @param cells as many as there are headings
    void add(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException(
                    "expected " + rows.getFirst().size() + " cells but got " + List.of(cells));
        }
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : "  ").append(padded(row.get(column), column));
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String padded(String cell, int column) {
        int width =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        String spaces = " ".repeat(width - cell.length());
        return isNumeric(column) ? spaces + cell : cell + spaces;
    }

    private boolean isNumeric(int column) {
        return rows.size() > 1
                && rows.stream().skip(1).allMatch(row -> row.get(column).matches("-?[0-9]+"));
    }
}
