package aiquant.sidecar;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.Comparator;

/// The candles of one symbol and length.
public record SeriesKey(Symbol symbol, Interval interval) implements Comparable<SeriesKey> {

    private static final Comparator<SeriesKey> ORDER =
            Comparator.comparing(SeriesKey::symbol).thenComparing(SeriesKey::interval);

    @Override
    public int compareTo(SeriesKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return symbol + " " + interval;
    }
}
