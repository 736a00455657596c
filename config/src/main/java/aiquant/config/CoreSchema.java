package aiquant.config;

import aiquant.config.ConfigTree.Scalar;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/// What an unquoted YAML value means: the core schema of YAML 1.2, in which `yes` and `on` are words.
final class CoreSchema {

    enum Kind {
        NOTHING,
        TRUTH,
        WHOLE,
        DECIMAL,
        TEXT
    }

    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private CoreSchema() {}

    static Kind kind(Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return Kind.TEXT;
        }
        if (NOTHING.matcher(text).matches()) {
            return Kind.NOTHING;
        }
        if (TRUTH.matcher(text).matches()) {
            return Kind.TRUTH;
        }
        if (WHOLE.matcher(text).matches()) {
            return Kind.WHOLE;
        }
        return DECIMAL.matcher(text).matches() ? Kind.DECIMAL : Kind.TEXT;
    }

    static boolean isNumber(Scalar scalar) {
        return kind(scalar) == Kind.WHOLE || kind(scalar) == Kind.DECIMAL;
    }

    /// The value of a [Kind#WHOLE].
    static BigInteger whole(String text) {
        return switch (text.length() > 2 ? text.substring(0, 2) : "") {
            case "0x" -> new BigInteger(text.substring(2), 16);
            case "0o" -> new BigInteger(text.substring(2), 8);
            default -> new BigInteger(text);
        };
    }

    /// The value of a [Kind#WHOLE] or [Kind#DECIMAL]; infinite or NaN where the text says so or is too large.
    static double number(Scalar scalar) {
        String text = scalar.text();
        if (kind(scalar) == Kind.WHOLE) {
            return whole(text).doubleValue();
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            case ".nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
