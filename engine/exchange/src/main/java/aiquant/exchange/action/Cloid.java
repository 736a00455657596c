package aiquant.exchange.action;

import java.util.Locale;
import java.util.regex.Pattern;

/// Our own name of an order: `0x` and 32 hexadecimal digits, always in small letters.
public record Cloid(String text) implements OrderRef {

    private static final Pattern SHAPE = Pattern.compile("0x[0-9a-fA-F]{32}");

    /// @throws IllegalArgumentException if it is no client order id
    public Cloid {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a client order id is 0x and 32 hexadecimal digits: '" + text + "'");
        }
        text = text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
