package aiquant.sidecar;

import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Extra;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/// A generated market of one series: every trade, and what is true of each bar.
final class Truth {

    final SeriesKey key;
    final long listedMs;
    private final long lengthMs;
    private final List<long[]> trades = new ArrayList<>();
    private final TreeMap<Long, MarketBar> bars = new TreeMap<>();

    /// @param listedMs open time of the first bar, in which a trade happens
    /// @param quiet share of bars without a trade
    Truth(String symbol, Interval interval, long listedMs, long endMs, double quiet, long seed) {
        this.key = new SeriesKey(new Symbol(symbol), interval);
        this.listedMs = listedMs;
        this.lengthMs = interval.lengthMs();
        Random random = new Random(seed);
        long price = 10_000L + random.nextInt(10_000);
        for (long openMs = listedMs; openMs < endMs; openMs += lengthMs) {
            boolean isQuiet = openMs > listedMs && random.nextDouble() < quiet;
            int count = isQuiet ? 0 : 1 + random.nextInt(4);
            long[] times = random.longs(count, 0, lengthMs).sorted().toArray();
            for (long time : times) {
                price = Math.max(100, price + random.nextInt(201) - 100);
                trades.add(new long[] {openMs + time, price, 1 + random.nextInt(50)});
            }
        }
        for (int i = 0; i < trades.size(); i++) {
            long openMs = openMs(i);
            bars.put(openMs, bar(openMs, i));
        }
        for (long openMs = listedMs; openMs < endMs; openMs += lengthMs) {
            if (!bars.containsKey(openMs)) {
                bars.put(
                        openMs,
                        MarketBar.flat(
                                openMs, bars.lowerEntry(openMs).getValue().close()));
            }
        }
    }

    int trades() {
        return trades.size();
    }

    long timeMs(int trade) {
        return trades.get(trade)[0];
    }

    private long openMs(int trade) {
        return Math.floorDiv(timeMs(trade), lengthMs) * lengthMs;
    }

    /// The bar as it was right after that trade.
    private MarketBar bar(long openMs, int lastTrade) {
        int first = lastTrade;
        while (first > 0 && openMs(first - 1) == openMs) {
            first--;
        }
        double open = trades.get(first)[1] / 100.0;
        double high = open;
        double low = open;
        long volume = 0;
        for (int i = first; i <= lastTrade; i++) {
            double price = trades.get(i)[1] / 100.0;
            high = Math.max(high, price);
            low = Math.min(low, price);
            volume += trades.get(i)[2];
        }
        double close = trades.get(lastTrade)[1] / 100.0;
        return new MarketBar(openMs, open, high, low, close, volume / 10.0, lastTrade - first + 1L);
    }

    /// What the stream says after that trade.
    Bar frame(int trade) {
        return wire(key, bar(openMs(trade), trade));
    }

    /// The newest state of the bar that is going on, if anything was traded in it.
    List<Bar> current(long nowMs) {
        long openMs = Math.floorDiv(nowMs, lengthMs) * lengthMs;
        int last = -1;
        for (int i = 0; i < trades.size() && timeMs(i) <= nowMs; i++) {
            last = i;
        }
        return last >= 0 && openMs(last) == openMs ? List.of(frame(last)) : List.of();
    }

    /// What the history answers at that moment.
    List<Bar> history(long fromMs, long toMs, long nowMs, boolean leavesOutEmptyBars) {
        List<Bar> answer = new ArrayList<>();
        long openMs = Math.floorDiv(nowMs, lengthMs) * lengthMs;
        bars.subMap(fromMs, true, toMs, true).forEach((time, bar) -> {
            if (time < openMs && !(leavesOutEmptyBars && bar.isEmpty())) {
                answer.add(wire(key, bar));
            }
        });
        if (fromMs <= openMs && openMs <= toMs) {
            answer.addAll(current(nowMs));
        }
        return answer;
    }

    /// What must stand in the database in the end.
    List<MarketBar> bars(long fromMs, long toMs) {
        return List.copyOf(bars.subMap(fromMs, true, toMs, true).values());
    }

    static Bar wire(SeriesKey key, MarketBar bar) {
        return new Bar(
                bar.openTimeMs(),
                bar.openTimeMs() + key.interval().lengthMs() - 1,
                key.symbol().name(),
                key.interval().text(),
                BigDecimal.valueOf(bar.open()),
                BigDecimal.valueOf(bar.close()),
                BigDecimal.valueOf(bar.high()),
                BigDecimal.valueOf(bar.low()),
                BigDecimal.valueOf(bar.volume()),
                bar.trades(),
                Extra.NONE);
    }
}
