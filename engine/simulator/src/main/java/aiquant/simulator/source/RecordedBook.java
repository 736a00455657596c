package aiquant.simulator.source;

import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What a recording last said about a book: snapshots replace it, best quotes correct it.
///
/// Sides with fewer than twenty levels are filled up by a seeded ladder. Not thread-safe.
final class RecordedBook {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Ladder ladder;
    private final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

    RecordedBook(Ladder ladder) {
        this.ladder = ladder;
    }

    void clear() {
        bids.clear();
        asks.clear();
    }

    void put(Side side, BigDecimal price, BigDecimal size) {
        if (size.signum() > 0) {
            side(side).put(price, size);
        }
    }

    /// The best quote of a side: nothing better remains there, and nothing that crosses it on the other.
    void best(Side side, BigDecimal price, BigDecimal size) {
        side(side).headMap(price, true).clear();
        side(side.opposite()).headMap(price, true).clear();
        put(side, price, size);
    }

    Optional<BigDecimal> mid() {
        return bids.isEmpty() || asks.isEmpty()
                ? Optional.empty()
                : Optional.of(bids.firstKey().add(asks.firstKey()).multiply(HALF));
    }

    List<MarketStep.Quote> quotes(Side side) {
        List<MarketStep.Quote> quotes = new ArrayList<>(Ladder.DEPTH);
        side(side).forEach((price, size) -> {
            if (quotes.size() < Ladder.DEPTH) {
                quotes.add(new MarketStep.Quote(price, size));
            }
        });
        if (!quotes.isEmpty()) {
            MarketStep.Quote last = quotes.getLast();
            ladder.extend(quotes, side, ladder.beyond(side, last.price()), last.size());
        }
        return quotes;
    }

    private NavigableMap<BigDecimal, BigDecimal> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
