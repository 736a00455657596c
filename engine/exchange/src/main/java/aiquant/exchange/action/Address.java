package aiquant.exchange.action;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// An account, wallet or vault: `0x` and 40 hexadecimal digits, always in small letters.
public record Address(String text) {

    private static final Pattern SHAPE = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final int BYTES = 20;

    /// @throws IllegalArgumentException if it is no address
    public Address {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("an address is 0x and 40 hexadecimal digits: '" + text + "'");
        }
        text = text.toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if there are not 20 bytes
    public static Address of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an address has 20 bytes: " + bytes.length);
        }
        return new Address("0x" + HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
