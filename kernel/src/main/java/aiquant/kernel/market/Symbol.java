package aiquant.kernel.market;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A market's name in the venue's exact case: `kPEPE` and `KPEPE` are two symbols.
///
/// Ordered by bytes, which is the order in which rounds decide.
public record Symbol(String name) implements Comparable<Symbol> {

    public Symbol {
        if (name.isBlank() || !name.strip().equals(name)) {
            throw new IllegalArgumentException("symbol must be a non-blank name without outer spaces: '" + name + "'");
        }
    }

    @Override
    public int compareTo(Symbol other) {
        return Arrays.compareUnsigned(
                name.getBytes(StandardCharsets.UTF_8), other.name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name;
    }
}
