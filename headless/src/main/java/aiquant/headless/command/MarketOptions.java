package aiquant.headless.command;

import aiquant.config.Selection;
import aiquant.engine.research.ReplayRequest;
import aiquant.sidecar.store.Timestamps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say what a replay or search runs on: strategy, candles, funding, period and balance.
final class MarketOptions {

    @Option(
            names = {"--candles-db", "--candles"},
            paramLabel = "PATH",
            description = "Main candles: SQLite files, CSV or CSV.gz files, or folders of them; may be repeated."
                    + " Default: candles_dbs/candles_{interval}.db in the data folder.")
    private List<String> candles = new ArrayList<>();

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Option(names = "--interval", paramLabel = "LENGTH", description = "1m 3m 5m 15m 30m 1h 4h 1d")
    private @Nullable String interval;

    @Option(names = "--exit-candles-db", paramLabel = "PATH", description = "Finer candles on which exits are decided.")
    private List<String> exitCandles = new ArrayList<>();

    @Option(names = "--exit-interval", paramLabel = "LENGTH")
    private @Nullable String exitInterval;

    @Option(
            names = "--entry-candles-db",
            paramLabel = "PATH",
            description = "Finer candles on which entries are decided.")
    private List<String> entryCandles = new ArrayList<>();

    @Option(names = "--entry-interval", paramLabel = "LENGTH")
    private @Nullable String entryInterval;

    @Option(
            names = {"--funding-db", "--funding"},
            paramLabel = "PATH",
            description = "Hourly funding rates: SQLite files, CSV files or folders.")
    private List<String> funding = new ArrayList<>();

    @Option(names = "--symbol", paramLabel = "NAME", description = "One symbol only, with its section of the file.")
    private @Nullable String symbol;

    @Option(
            names = "--per-symbol",
            description = "Each symbol follows its own section of the file, also in a run over several. Intervals,"
                    + " behaviours and limits of the whole book stay common.")
    private boolean perSymbol;

    @Option(
            names = {"--start-ts", "--from-ts"},
            paramLabel = "TIME",
            description = "First bar: an epoch number, a date or an RFC 3339 time. Earlier bars only warm up.")
    private @Nullable String from;

    @Option(
            names = {"--end-ts", "--to-ts"},
            paramLabel = "TIME",
            description = "Last bar, included.")
    private @Nullable String to;

    @Option(names = "--no-auto-scope", description = "Do not narrow the period to what all finer candles cover.")
    private boolean noAutoScope;

    @Option(names = "--initial-balance", paramLabel = "USD", defaultValue = "10000")
    private double initialBalance;

    @Option(
            names = "--lookback",
            paramLabel = "BARS",
            defaultValue = "200",
            description = "Bars before the first signal.")
    private int lookback;

    @Option(names = "--slippage-bps", paramLabel = "BP", description = "Replaces trade.slippage_bps.")
    private @Nullable Double slippageBps;

    @Option(names = "--balance-from", paramLabel = "FILE", description = "Take only the balance of an exported book.")
    private @Nullable Path balanceFrom;

    @Option(names = "--live", description = "Apply the live section of the strategy file.")
    private boolean live;

    @Option(names = "--universe-filter", description = "Only symbols that were listed in the period.")
    private boolean universeFilter;

    @Option(names = "--universe-db", paramLabel = "FILE")
    private @Nullable Path universe;

    /// A search, which starts from no book.
    ReplayRequest request() {
        return request(Optional.empty());
    }

    ReplayRequest request(Optional<Path> initState) {
        if (!(initialBalance > 0) || Double.isInfinite(initialBalance)) {
            throw new IllegalArgumentException("--initial-balance must be a positive amount: " + initialBalance);
        }
        if (slippageBps != null && !Double.isFinite(slippageBps)) {
            throw new IllegalArgumentException("--slippage-bps must be a number: " + slippageBps);
        }
        if (lookback < 1) {
            throw new IllegalArgumentException("--lookback must be at least 1: " + lookback);
        }
        if (universe != null && !universeFilter) {
            throw new IllegalArgumentException("--universe-db " + universe + " is only read with --universe-filter");
        }
        Selection selection = strategy.selection();
        return new ReplayRequest(
                strategy.config(),
                live ? selection.asLive() : selection,
                candles,
                exitCandles,
                entryCandles,
                funding,
                Optional.ofNullable(interval),
                Optional.ofNullable(exitInterval),
                Optional.ofNullable(entryInterval),
                Optional.ofNullable(symbol),
                perSymbol,
                time("--start-ts", from),
                time("--end-ts", to),
                !noAutoScope,
                initialBalance,
                lookback,
                slippageBps == null ? OptionalDouble.empty() : OptionalDouble.of(slippageBps),
                initState,
                Optional.ofNullable(balanceFrom),
                universeFilter,
                Optional.ofNullable(universe));
    }

    private static OptionalLong time(String option, @Nullable String text) {
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Timestamps.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }
}
