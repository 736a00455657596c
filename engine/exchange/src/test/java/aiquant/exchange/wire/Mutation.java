package aiquant.exchange.wire;

import java.util.random.RandomGenerator;

/// Small damage to a text, as a bad line, a bad proxy or a new version of the exchange might do.
final class Mutation {
    private static final String[] FRAGMENTS = {
        "null",
        "NaN",
        "Infinity",
        "-0.0",
        "\"-0.0\"",
        "1e999999999",
        "\"1e5\"",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "\\",
        "\\u0000",
        "\\ud800",
        "\u0000",
        "99999999999999999999999999",
        "-1",
        "true",
        "[]",
        "{}",
        "0.1",
        "\"\"",
        "\"coin\":\"X\",",
        "\"px\":\"1\",",
        "\"unknown\":{\"a\":[1,2.50]},",
        "\"time\":1,",
        "\uFEFF",
        "é",
        "//",
        "1.0"
    };

    private Mutation() {}

    static String of(String text, RandomGenerator random) {
        StringBuilder changed = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && !changed.isEmpty(); i++) {
            change(changed, random);
        }
        return changed.toString();
    }

    private static void change(StringBuilder text, RandomGenerator random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(7)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, text.substring(at, end));
            case 2 -> text.insert(at, fragment(random));
            case 3 -> text.replace(at, end, fragment(random));
            case 4 -> text.setLength(at);
            case 5 -> text.setCharAt(at, (char) (32 + random.nextInt(96)));
            default -> replaceValue(text, at, random);
        }
    }

    /// A whole value gives way to another: most of these are still JSON.
    private static void replaceValue(StringBuilder text, int from, RandomGenerator random) {
        int colon = text.indexOf(":", from);
        int end = colon < 0 ? -1 : text.indexOf(",", colon);
        if (end > 0) {
            text.replace(colon + 1, end, fragment(random));
        }
    }

    private static String fragment(RandomGenerator random) {
        return FRAGMENTS[random.nextInt(FRAGMENTS.length)];
    }
}
