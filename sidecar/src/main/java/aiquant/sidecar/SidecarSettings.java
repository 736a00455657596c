package aiquant.sidecar;

import aiquant.config.Environment;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that can be set about the sidecar.
///
/// @param socket where it listens; its folder is for the owner alone
/// @param folder of the candle, funding, universe and quote databases
/// @param marketDatabase holds the log of account events
/// @param isBboStreamed whether best bids and asks are collected
/// @param midsFromBboMs while a best bid and ask is no older than this its middle is the mid; empty: never
/// @param bboSnapshots whether and how best bids and asks are kept
/// @param clientTtlMs after this silence a client's wishes are forgotten
/// @param warmSymbols collected without any client
/// @param warmIntervals likewise
/// @param warmBars likewise
/// @param watchdogMs how long any part may go without a sign of life
public record SidecarSettings(
        Path socket,
        Path folder,
        Path marketDatabase,
        CandleSettings candles,
        boolean isBboStreamed,
        Optional<Long> midsFromBboMs,
        Optional<BboSnapshots> bboSnapshots,
        long clientTtlMs,
        Set<Symbol> warmSymbols,
        Set<Interval> warmIntervals,
        int warmBars,
        long watchdogMs) {

    private static final long DAY_MS = 86_400_000L;
    private static final long WATCHDOG_MS = 60_000;

    /// @param sampleMs the least time between two rows of a symbol
    /// @param maxQueue samples that may wait for the disk
    public record BboSnapshots(Path file, long sampleMs, long retentionMs, long sweepMs, int maxQueue) {}

    public SidecarSettings {
        warmSymbols = Set.copyOf(warmSymbols);
        warmIntervals = Set.copyOf(warmIntervals);
    }

    /// The least that is needed, for tests and for a sidecar inside another program.
    public static SidecarSettings in(Path folder, Path socket) {
        return new SidecarSettings(
                socket,
                folder,
                folder.resolve("market_data.db"),
                CandleSettings.STANDARD,
                true,
                Optional.empty(),
                Optional.empty(),
                90_000,
                Set.of(),
                Set.of(),
                2_000,
                WATCHDOG_MS);
    }

    public SidecarSettings with(CandleSettings other) {
        return new SidecarSettings(
                socket,
                folder,
                marketDatabase,
                other,
                isBboStreamed,
                midsFromBboMs,
                bboSnapshots,
                clientTtlMs,
                warmSymbols,
                warmIntervals,
                warmBars,
                watchdogMs);
    }

    /// These symbols and intervals in addition, without any client.
    ///
    /// @throws IllegalArgumentException if a name is no symbol, or a text no interval
    public SidecarSettings warmed(Collection<String> symbols, Collection<String> intervals) {
        Set<Symbol> allSymbols = new HashSet<>(warmSymbols);
        symbols.forEach(name -> allSymbols.add(new Symbol(name.strip())));
        Set<Interval> allIntervals = new HashSet<>(warmIntervals);
        intervals.forEach(text -> allIntervals.add(Interval.of(text.strip())));
        return new SidecarSettings(
                socket,
                folder,
                marketDatabase,
                candles,
                isBboStreamed,
                midsFromBboMs,
                bboSnapshots,
                clientTtlMs,
                allSymbols,
                allIntervals,
                warmBars,
                watchdogMs);
    }

    public SidecarSettings with(BboSnapshots snapshots) {
        return new SidecarSettings(
                socket,
                folder,
                marketDatabase,
                candles,
                isBboStreamed,
                midsFromBboMs,
                Optional.of(snapshots),
                clientTtlMs,
                warmSymbols,
                warmIntervals,
                warmBars,
                watchdogMs);
    }

    /// Reads the variables that set up a sidecar.
    ///
    /// @throws IllegalArgumentException naming a variable that is not what it must be
    public static SidecarSettings of(Environment environment) {
        Variables read = new Variables(environment);
        Path market = read.path("AI_QUANT_MARKET_DB_PATH")
                .or(() -> read.path("AI_QUANT_DB_PATH").map(file -> file.resolveSibling("market_data.db")))
                .orElseGet(() -> environment.dataFolder().resolve("market_data.db"));
        Path folder = read.path("AI_QUANT_CANDLES_DB_DIR").orElseGet(() -> market.resolveSibling("candles_dbs"));
        boolean mayStream = read.flag("AI_QUANT_WS_ENABLE_CANDLE", true);
        return new SidecarSettings(
                read.path("AI_QUANT_WS_SIDECAR_SOCK").orElseGet(() -> socket(environment)),
                folder,
                market,
                candles(read, mayStream, environment),
                read.flag("AI_QUANT_WS_ENABLE_BBO", true),
                read.flag("AI_QUANT_MIDS_FROM_BBO", false)
                        ? Optional.of(read.seconds("AI_QUANT_MIDS_FROM_BBO_FALLBACK_AGE_S", 5, 0.1))
                        : Optional.empty(),
                read.flag("AI_QUANT_BBO_SNAPSHOTS_ENABLE", false)
                        ? Optional.of(snapshots(read, folder))
                        : Optional.empty(),
                read.seconds("AI_QUANT_WS_CLIENT_TTL_SECS", 90, 1),
                symbols(read),
                intervals(read, "AI_QUANT_SIDECAR_INTERVALS"),
                (int) read.number("AI_QUANT_SIDECAR_CANDLE_LIMIT", 2_000, 1),
                WATCHDOG_MS);
    }

    /// In a folder that only this user can enter.
    private static Path socket(Environment environment) {
        return environment
                .runtimeFolder()
                .orElseGet(() -> environment.stateFolder().resolve("run"))
                .resolve("openclaw-ai-quant-ws.sock");
    }

    private static CandleSettings candles(Variables read, boolean mayStream, Environment environment) {
        CandleSettings standard = CandleSettings.STANDARD;
        Map<Interval, Long> horizons = new EnumMap<>(Interval.class);
        for (Map.Entry<Interval, Long> horizon : standard.horizonsMs().entrySet()) {
            String variable = "AI_QUANT_CANDLE_HORIZON_" + horizon.getKey().text() + "_D";
            horizons.put(horizon.getKey(), read.number(variable, horizon.getValue() / DAY_MS, 1) * DAY_MS);
        }
        boolean isPruningSet = read.isSet("AI_QUANT_CANDLE_PRUNE_DISABLE_INTERVALS");
        return new CandleSettings(
                mayStream,
                standard.graceMs(),
                read.seconds("HL_WS_CANDLE_PERSIST_SECS", 60, 0),
                standard.verifyGapMs(),
                standard.verifySpacingMs(),
                read.number("AI_QUANT_CANDLE_REST_MIN_GAP_MS", 500, 0),
                (int) read.number("AI_QUANT_CANDLE_REST_MAX_INFLIGHT", 4, 1),
                (int) Math.min(HistoryRows.SURELY_KEPT, read.number("AI_QUANT_CANDLE_REST_CHUNK_BARS", 1_500, 100)),
                horizons,
                isPruningSet ? environment.intervalsKeptForEver() : standard.keptForEver());
    }

    private static BboSnapshots snapshots(Variables read, Path folder) {
        return new BboSnapshots(
                read.path("AI_QUANT_BBO_SNAPSHOTS_DB_PATH").orElseGet(() -> folder.resolve("bbo_snapshots.db")),
                read.number("AI_QUANT_BBO_SNAPSHOTS_SAMPLE_MS", 1_000, 1),
                read.number("AI_QUANT_BBO_SNAPSHOTS_RETENTION_HOURS", 24, 1) * 3_600_000L,
                read.number("AI_QUANT_BBO_SNAPSHOTS_RETENTION_SWEEP_SECS", 600, 30) * 1_000L,
                (int) read.number("AI_QUANT_BBO_SNAPSHOTS_MAX_QUEUE", 20_000, 1));
    }

    private static Set<Symbol> symbols(Variables read) {
        Set<Symbol> symbols = new HashSet<>();
        for (String name : read.words("AI_QUANT_SIDECAR_SYMBOLS")) {
            symbols.add(new Symbol(name));
        }
        return symbols;
    }

    private static Set<Interval> intervals(Variables read, String variable) {
        Set<Interval> intervals = EnumSet.noneOf(Interval.class);
        for (String word : read.words(variable)) {
            intervals.add(Interval.of(word.toLowerCase(Locale.ROOT)));
        }
        return intervals;
    }
}
