package aiquant.config;

import static java.util.stream.Collectors.joining;

import aiquant.config.ConfigTree.Scalar;
import aiquant.config.CoreSchema.Kind;
import aiquant.kernel.market.Symbol;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads one value as one type, strictly: nothing is converted that the writer may have meant otherwise.
final class ScalarReader {

    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

    private ScalarReader() {}

    /// Numbers (`double`), counts (`int`, never negative), truth values, texts, symbols and enumerations.
    ///
    /// @throws ConfigError if the node is no such value
    static Object read(Class<?> type, ConfigTree node, String where) {
        if (type == double.class) {
            return number(node, where);
        }
        if (type == int.class) {
            return count(node, where);
        }
        if (type == boolean.class) {
            return scalar(node, where, "true or false", Kind.TRUTH).text().equalsIgnoreCase("true");
        }
        if (type == String.class) {
            return text(node, where);
        }
        if (type == Symbol.class) {
            return symbol(node, where);
        }
        return choice(type, node, where);
    }

    static double number(ConfigTree node, String where) {
        double number = CoreSchema.number(scalar(node, where, "a number", Kind.WHOLE, Kind.DECIMAL));
        if (!Double.isFinite(number)) {
            throw new ConfigError(node.place(), where + " must be a finite number, not " + node.describe());
        }
        return number;
    }

    private static int count(ConfigTree node, String where) {
        BigInteger count = CoreSchema.whole(
                scalar(node, where, "a whole number", Kind.WHOLE).text());
        if (count.signum() < 0) {
            throw new ConfigError(node.place(), where + " must not be negative: " + count);
        }
        if (count.compareTo(LARGEST) > 0) {
            throw new ConfigError(node.place(), where + " must be at most " + LARGEST + ": " + count);
        }
        return count.intValue();
    }

    private static String text(ConfigTree node, String where) {
        return scalar(node, where, "text", Kind.TEXT).text();
    }

    private static Symbol symbol(ConfigTree node, String where) {
        try {
            return new Symbol(text(node, where));
        } catch (IllegalArgumentException e) {
            throw new ConfigError(node.place(), where + ": " + e.getMessage(), e);
        }
    }

    private static Object choice(Class<?> type, ConfigTree node, String where) {
        List<?> choices = List.of(type.getEnumConstants());
        String written = text(node, where).strip().toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> word(choice).equals(written))
                .findFirst()
                .orElseThrow(() -> new ConfigError(
                        node.place(),
                        where + " must be one of "
                                + choices.stream().map(ScalarReader::word).collect(joining(", "))
                                + ", not " + node.describe()));
    }

    private static String word(Object choice) {
        return choice.toString().toLowerCase(Locale.ROOT);
    }

    private static Scalar scalar(ConfigTree node, String where, String expected, Kind... kinds) {
        if (node instanceof Scalar scalar && Arrays.asList(kinds).contains(CoreSchema.kind(scalar))) {
            return scalar;
        }
        throw new ConfigError(node.place(), where + " must be " + expected + ", not " + node.describe());
    }
}
