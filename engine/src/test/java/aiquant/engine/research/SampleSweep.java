package aiquant.engine.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Made-up sweeps whose landscape is known.
final class SampleSweep {

    private static final String[] PATHS = {
        "trade.sl_atr_mult",
        "trade.tp_atr_mult",
        "indicators.ema_slow_window",
        "thresholds.entry.min_adx",
        "trade.trailing_distance_atr",
        "trade.reentry_cooldown_max_mins",
        "filters.enable_ranging_filter",
        "thresholds.entry.pullback_confidence",
    };

    private SampleSweep() {}

    static SweepRow row(long index, Map<String, Double> overrides, double pnl) {
        return new SweepRow(index, overrides, pnl, 120, 1.3, 0.12);
    }

    /// Three parameters of 6, 7 and 4 values: a hill around sl 2.5 and tp 5, the third hardly matters.
    static List<SweepRow> plateau() {
        return grid(values -> {
            double sl = values.getOrDefault("trade.sl_atr_mult", 0.0);
            double tp = values.getOrDefault("trade.tp_atr_mult", 0.0);
            double ema = values.getOrDefault("indicators.ema_slow_window", 0.0);
            return 2_400 - 900 * (sl - 2.5) * (sl - 2.5) - 160 * (tp - 5) * (tp - 5) - ema;
        });
    }

    /// Flat losses, and one setting that happens to have won.
    static List<SweepRow> lonelyPeak() {
        SplittableRandom random = new SplittableRandom(4);
        return grid(values -> {
            boolean isPeak = values.getOrDefault("trade.sl_atr_mult", 0.0) == 2.0
                    && values.getOrDefault("trade.tp_atr_mult", 0.0) == 6.0
                    && values.getOrDefault("indicators.ema_slow_window", 0.0) == 50.0;
            return isPeak ? 1_234 : -80 + 60 * random.nextGaussian();
        });
    }

    private static List<SweepRow> grid(ToDoubleFunction<Map<String, Double>> pnl) {
        List<SweepRow> rows = new ArrayList<>();
        for (double sl = 1; sl <= 3.5; sl += 0.5) {
            for (double tp = 2; tp <= 8; tp++) {
                for (double ema : new double[] {20, 50, 100, 200}) {
                    Map<String, Double> values = Map.of(
                            "trade.sl_atr_mult",
                            sl,
                            "trade.tp_atr_mult",
                            tp,
                            "indicators.ema_slow_window",
                            ema,
                            "trade.leverage",
                            3.0);
                    rows.add(row(rows.size(), values, pnl.applyAsDouble(values)));
                }
            }
        }
        return rows;
    }

    /// Random trials over many continuous parameters, of which the first two matter.
    static List<SweepRow> random(int axes, int trials) {
        SplittableRandom random = new SplittableRandom(9);
        List<SweepRow> rows = new ArrayList<>();
        for (int i = 0; i < trials; i++) {
            Map<String, Double> values = new TreeMap<>();
            for (int axis = 0; axis < axes; axis++) {
                String path = axis < PATHS.length ? PATHS[axis] : "thresholds.some_group.parameter_number_" + axis;
                values.put(path, axis % 8 == 6 ? random.nextInt(2) : Math.round(random.nextDouble() * 500) / 100.0);
            }
            double first = values.getOrDefault(PATHS[0], 0.0);
            double pnl = 900 - 300 * (first - 2) * (first - 2) + 400 * random.nextGaussian();
            rows.add(row(i, values, axes > 1 ? pnl + 250 * values.getOrDefault(PATHS[1], 0.0) : pnl));
        }
        return rows;
    }
}
