package aiquant.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the known word that a mistyped one was probably meant to be.
final class Nearest {

    private Nearest() {}

    /// `; did you mean 'x'? Known keys: a, x, z`, without the question where nothing is near.
    static String hint(String written, String kind, Collection<String> known) {
        String question = to(written, known)
                .map(word -> "; did you mean '" + word + "'? Known ")
                .orElse("; known ");
        return question + kind + ": " + String.join(", ", known);
    }

    static Optional<String> to(String written, Collection<String> known) {
        int farthest = Math.max(2, written.length() / 3);
        return known.stream()
                .filter(word -> edits(written, word) <= farthest)
                .min(Comparator.comparingInt(word -> edits(written, word)));
    }

    /// How many characters must be put in, taken out or replaced (Levenshtein 1965).
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}
