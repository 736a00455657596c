package aiquant.engine.feed;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Stored candles as rounds in time order.
public final class CandleRounds implements RoundSource {
    private final List<CandleSeries> series;
    private final int[] next;
    private final long total;

    /// @param candles at least one series; one per symbol, all of one interval
    public CandleRounds(List<CandleSeries> candles) {
        if (candles.isEmpty()) {
            throw new IllegalArgumentException("no candles to replay");
        }
        series = candles.stream()
                .sorted(Comparator.comparing(CandleSeries::symbol))
                .toList();
        next = new int[series.size()];
        total = series.stream()
                .flatMapToLong(one -> Arrays.stream(one.openTimeMs()))
                .distinct()
                .count();
    }

    @Override
    public Optional<Round> next() {
        long time = Long.MAX_VALUE;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < series.get(i).size()) {
                time = Math.min(time, series.get(i).openTimeMs()[next[i]]);
            }
        }
        if (time == Long.MAX_VALUE) {
            return Optional.empty();
        }
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < next.length; i++) {
            CandleSeries one = series.get(i);
            if (next[i] < one.size() && one.openTimeMs()[next[i]] == time) {
                candles.add(one.candle(next[i]++));
            }
        }
        return Optional.of(new Round(time, candles));
    }

    @Override
    public List<Symbol> symbols() {
        return series.stream().map(CandleSeries::symbol).toList();
    }

    @Override
    public Interval interval() {
        return series.get(0).interval();
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.of(total);
    }

    @Override
    public String label() {
        return "candles";
    }

    @Override
    public String identity() {
        StringBuilder identity = new StringBuilder("candles " + interval());
        for (CandleSeries one : series) {
            identity.append(' ').append(one.symbol());
            if (one.size() > 0) {
                identity.append('@').append(one.openTimeMs()[0]);
            }
        }
        return identity.toString();
    }
}
