package aiquant.kernel.backtest;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Behaviour;
import aiquant.kernel.strategy.Confidence;
import aiquant.kernel.strategy.MacdMode;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.Pipeline;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Made-up markets and strategies, repeatable by their seed: trends that turn, bars that are missing, any of the 142
/// values, any order of behaviours.
public final class RandomMarket {
    public static final List<String> SYMBOLS = List.of("BTC", "ETH", "PAXG", "kPEPE");

    /// What keeps most made-up strategies from trading at all.
    private static final List<String> BRAKES = List.of(
            "filters.enable_ranging_filter",
            "filters.require_adx_rising",
            "filters.require_macro_alignment",
            "filters.require_volume_confirmation",
            "market_regime.enable_regime_filter",
            "filters.use_stoch_rsi_filter",
            "filters.require_btc_alignment",
            "trade.enable_reef_filter",
            "trade.enable_ssf_filter",
            "thresholds.entry.min_adx");

    private final Random random;

    public RandomMarket(long seed) {
        random = new Random(seed);
    }

    /// Hourly candles of all symbols; one bar in thirty is missing.
    public List<CandleSeries> hourly(int bars) {
        return SYMBOLS.stream()
                .map(symbol -> walk(symbol, Interval.H1, bars, 30))
                .toList();
    }

    /// Quarter-hourly candles over the same time.
    public List<CandleSeries> quarterly(int bars) {
        return SYMBOLS.stream()
                .map(symbol -> walk(symbol, Interval.M15, bars * 4, 50))
                .toList();
    }

    private CandleSeries walk(String symbol, Interval interval, int bars, int oneMissingIn) {
        long[] times = new long[bars];
        double[][] columns = new double[5][bars];
        double price = 100.0;
        double trend = 0.0;
        int count = 0;
        for (int i = 0; i < bars; i++) {
            trend = random.nextInt(25) == 0 ? random.nextGaussian() * 0.006 : trend;
            double open = price;
            price = price * (1.0 + trend + random.nextGaussian() * 0.006);
            if (random.nextInt(oneMissingIn) == 0) {
                continue;
            }
            times[count] = i * interval.lengthMs();
            columns[0][count] = open;
            columns[1][count] = Math.max(open, price) * (1.0 + random.nextDouble() * 0.003);
            columns[2][count] = Math.min(open, price) * (1.0 - random.nextDouble() * 0.003);
            columns[3][count] = price;
            columns[4][count] = 1000.0 * Math.exp(random.nextGaussian());
            count++;
        }
        int size = count;
        double[][] cut = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, size))
                .toArray(double[][]::new);
        return new CandleSeries(
                new Symbol(symbol), interval, Arrays.copyOf(times, size), cut[0], cut[1], cut[2], cut[3], cut[4]);
    }

    /// A rate every eight hours for two of the symbols.
    public List<FundingSeries> funding(int bars) {
        int samples = bars / 8;
        List<FundingSeries> all = new ArrayList<>();
        for (String symbol : List.of("BTC", "kPEPE")) {
            long[] times = new long[samples];
            Arrays.setAll(times, i -> (i + 1) * (8 * Given.HOUR));
            all.add(new FundingSeries(
                    new Symbol(symbol),
                    times,
                    random.doubles(samples, -1e-4, 1e-4).toArray()));
        }
        return all;
    }

    /// A third of all values changed, every behaviour group in any order with some left out; always runnable.
    public StrategyParams strategy() {
        StrategyParams params = StrategyParams.defaults();
        for (Parameters.Parameter parameter : Parameters.all()) {
            params = random.nextInt(3) > 0 ? params : params.with(parameter.path(), value(parameter));
        }
        for (String brake : BRAKES) {
            params = random.nextInt(4) == 0 ? params : params.with(brake, 0);
        }
        params = params.with("trade.entry_min_confidence", random.nextInt(2))
                .with("thresholds.entry.macd_hist_entry_mode", random.nextInt(3))
                .with("trade.max_open_positions", 1 + random.nextInt(4))
                .with("trade.max_entry_orders_per_loop", 1 + random.nextInt(3))
                .with("trade.adx_sizing_min_mult", Math.min(1.0, params.trade().adxSizingMinMult()))
                .with(
                        "trade.vol_scalar_min",
                        Math.min(params.trade().volScalarMin(), params.trade().volScalarMax()));
        return random.nextInt(3) == 0 ? params : withProfile(params);
    }

    private double value(Parameters.Parameter parameter) {
        double usual = Parameters.read(StrategyParams.defaults(), parameter.path());
        if (parameter.type() == boolean.class) {
            return random.nextInt(2);
        }
        if (parameter.type() == Confidence.class || parameter.type() == MacdMode.class) {
            return random.nextInt(3);
        }
        if (parameter.unit().equals("bars")) {
            return 1 + random.nextInt(25);
        }
        if (parameter.type() == int.class) {
            return random.nextInt(2 * (int) usual + 2);
        }
        return usual == 0.0 ? random.nextDouble() * 2.0 : usual * (0.3 + random.nextDouble() * 1.4);
    }

    private StrategyParams withProfile(StrategyParams params) {
        List<Behaviour> all = List.of(Behaviour.values());
        Behaviour.Group group = random.nextBoolean()
                ? Behaviour.Group.EXITS
                : all.get(random.nextInt(all.size())).group();
        List<String> ids =
                new ArrayList<>(group.members().stream().map(Behaviour::id).toList());
        Collections.shuffle(ids, random);
        List<String> disabled = ids.subList(0, random.nextInt(1 + ids.size() / 3));
        return Given.profile(params, group.key(), new Pipeline.Behaviours(ids, List.of(), disabled));
    }
}
