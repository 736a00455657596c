package aiquant.exchange.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Exact decimals as the exchange spells them: digits, perhaps a point and a minus sign, never an exponent.
final class DecimalText {
    private static final int MAX_LENGTH = 100;

    private DecimalText() {}

    /// The value with the scale that was written, or null where the characters are not such a text.
    static @Nullable BigDecimal read(char[] chars, int from, int length) {
        return isDecimal(chars, from, length) ? new BigDecimal(chars, from, length) : null;
    }

    static @Nullable BigDecimal read(String text) {
        return text.length() > MAX_LENGTH ? null : read(text.toCharArray(), 0, text.length());
    }

    static String write(BigDecimal value) {
        return value.toPlainString();
    }

    private static boolean isDecimal(char[] chars, int from, int length) {
        int end = from + length;
        int at = length > 0 && chars[from] == '-' ? from + 1 : from;
        int whole = digits(chars, at, end);
        if (whole == at || length > MAX_LENGTH || (chars[at] == '0' && whole - at > 1)) {
            return false;
        }
        if (whole == end) {
            return true;
        }
        return chars[whole] == '.' && whole + 1 < end && digits(chars, whole + 1, end) == end;
    }

    /// The first place from `at` on that holds no digit.
    private static int digits(char[] chars, int at, int end) {
        int next = at;
        while (next < end && chars[next] >= '0' && chars[next] <= '9') {
            next++;
        }
        return next;
    }
}
