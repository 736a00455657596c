package aiquant.headless.command;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.config.RiskLimits;
import aiquant.engine.EmbeddedEngine;
import aiquant.engine.EngineSetup;
import aiquant.engine.Mode;
import aiquant.engine.fact.Fact;
import aiquant.engine.fact.FactJson;
import aiquant.engine.feed.CandleRounds;
import aiquant.engine.feed.LiveMarket;
import aiquant.engine.feed.LiveStart;
import aiquant.engine.feed.RoundSource;
import aiquant.engine.feed.SidecarRounds;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.SqliteLedger;
import aiquant.engine.venue.PaperVenue;
import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.money.Usd;
import aiquant.sidecar.CandleSettings;
import aiquant.sidecar.Sidecar;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.VenueExchange;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.sidecar.store.CandleStore;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Paper trading on candles that came from the local exchange over real sockets through a sidecar equals the backtest
/// of the same candles, bit for bit: also after the sidecar was away and the engine was started again.
///
/// Exchange, sidecar and feed share one clock that passes eight candles a second and hardly runs ahead of the engine.
@Timeout(300)
class PaperOverSidecarTest {
    private static final Interval INTERVAL = Interval.M1;
    private static final long MINUTE = 60_000;
    private static final double SPEED = 8;
    private static final long OPEN_MS = 1_800_000_000_000L;
    private static final int HISTORY = 120;
    private static final int LOOKBACK = 40;
    private static final List<Symbol> SYMBOLS = MarketGenerator.demoSymbols();

    @TempDir
    Path folder;

    private final PacedClock clock = new PacedClock(System::nanoTime, OPEN_MS, MINUTE, SPEED);

    @Test
    void tradesExactlyAsTheBacktestOfTheSameCandles() throws Exception {
        try (Simulator simulator = exchange();
                VenueExchange venue = venue(simulator);
                Sidecar _ = sidecar(venue);
                EmbeddedEngine engine = start()) {
            await(engine, OPEN_MS + 25 * MINUTE);
        }

        assertThat(assertEqualToTheBacktest()).isGreaterThan(10);
    }

    @Test
    void tradesExactlyAsTheBacktestThoughTheSidecarWasAwayAndTheEngineStartedAgain() throws Exception {
        try (Simulator simulator = exchange()) {
            try (EmbeddedEngine engine = start()) {
                try (VenueExchange venue = venue(simulator);
                        Sidecar _ = sidecar(venue)) {
                    await(engine, OPEN_MS + 6 * MINUTE);
                }
                pass(5);
                try (VenueExchange venue = venue(simulator);
                        Sidecar _ = sidecar(venue)) {
                    await(engine, OPEN_MS + 17 * MINUTE);
                    simulator.disconnectAll();
                    await(engine, OPEN_MS + 22 * MINUTE);
                }
            }
            pass(3);
            try (VenueExchange venue = venue(simulator);
                    Sidecar _ = sidecar(venue);
                    EmbeddedEngine engine = start()) {
                await(engine, OPEN_MS + 34 * MINUTE);
            }
        }

        assertThat(assertEqualToTheBacktest()).isGreaterThan(10);
    }

    /// So many bars while nobody follows.
    private void pass(int bars) {
        long untilMs = clock.nowMs() + bars * MINUTE;
        clock.followed(untilMs);
        while (clock.nowMs() < untilMs) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Simulator exchange() throws Exception {
        return GeneratedExchange.start(
                MarketGenerator.DEMO_SEED,
                INTERVAL,
                OPEN_MS,
                HISTORY,
                change -> change.withWeightPerMinute(1_000_000),
                clock,
                InstantSource.system());
    }

    private VenueExchange venue(Simulator simulator) {
        Endpoints here = new Endpoints(simulator.restUri(), simulator.socketUri(), Network.TESTNET);
        return VenueExchange.scaled(here, clock, new SplittableRandom(1));
    }

    private Path databases() {
        return folder.resolve("candles_dbs");
    }

    private Path socket() {
        return folder.resolve("run").resolve("s.sock");
    }

    private Sidecar sidecar(VenueExchange venue) throws Exception {
        CandleSettings candles = new CandleSettings(
                true,
                MINUTE,
                60 * MINUTE,
                600 * MINUTE,
                600 * MINUTE,
                0,
                4,
                1_000,
                Map.of(INTERVAL, HISTORY * MINUTE),
                Set.of());
        return Sidecar.start(
                SidecarSettings.in(databases(), socket()).with(candles), venue, clock, InstantSource.system());
    }

    private EmbeddedEngine start() {
        LiveMarket market = LiveMarket.of("simulator", INTERVAL, SYMBOLS, "paper", socket(), databases())
                .withDeadline(60 * MINUTE, 600 * MINUTE);
        long fromMs = OPEN_MS - HISTORY * MINUTE;
        RoundSource rounds =
                new SidecarRounds(market, new LiveStart(fromMs, fromMs), clock, InstantSource.system(), () -> {});
        return start(folder, new PacedRounds(rounds, clock, rounds.identity()));
    }

    private static EmbeddedEngine start(Path folder, RoundSource source) {
        Path file = folder.resolve("trading_engine.db");
        CompiledStrategy strategy = CompiledStrategy.of(lively());
        SqliteLedger ledger = SqliteLedger.open(file);
        EmbeddedEngine engine = new EmbeddedEngine(new EmbeddedEngine.Wiring(
                new EngineSetup(
                        Mode.PAPER,
                        "test",
                        strategy,
                        "config",
                        "test",
                        RiskLimits.OFF,
                        Usd.of("10000"),
                        LOOKBACK,
                        source),
                ledger,
                LedgerReader.open(file),
                file,
                new PaperVenue(() -> strategy.rules().slippageBps),
                InstantSource.system(),
                0,
                Double.POSITIVE_INFINITY));
        engine.start();
        return engine;
    }

    /// Until the candle that closes at that time is decided.
    private static void await(EmbeddedEngine engine, long untilMs) {
        while (engine.view().clockMs() + 1 < untilMs) {
            assertThat(engine.failure().text()).isEmpty();
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static StrategyParams lively() {
        return StrategyParams.defaults()
                .with("trade.entry_min_confidence", 0)
                .with("trade.tp_partial_atr_mult", 1.0)
                .with("trade.reentry_cooldown_minutes", 0)
                .with("trade.reentry_cooldown_min_mins", 0)
                .with("trade.reentry_cooldown_max_mins", 0)
                .with("trade.sl_atr_mult", 1.0)
                .with("filters.enable_ranging_filter", 0)
                .with("filters.enable_anomaly_filter", 0)
                .with("filters.enable_extension_filter", 0)
                .with("filters.require_adx_rising", 0)
                .with("filters.require_btc_alignment", 0)
                .with("filters.require_macro_alignment", 0)
                .with("thresholds.entry.min_adx", 10)
                .with("thresholds.entry.enable_pullback_entries", 1);
    }

    /// @return the number of trades
    private int assertEqualToTheBacktest() throws Exception {
        List<Fact> facts = decided(facts(folder));
        long untilMs = rounds(facts).getLast().timeMs();
        List<CandleSeries> candles = CandleReader.read(CandleQuery.of(
                                List.of(CandleStore.file(databases(), INTERVAL).toString()), INTERVAL)
                        .between(0, untilMs))
                .series();
        assertThat(candles).hasSize(SYMBOLS.size());
        Path other = Files.createDirectory(folder.resolve("replay"));
        try (EmbeddedEngine engine = start(other, new CandleRounds(candles))) {
            await(engine, untilMs + MINUTE);
        }
        List<Fact> replayed = facts(other);

        assertSame("round", rounds(facts), rounds(replayed));
        assertSame("trade", trades(facts), trades(replayed));
        List<TradeRecord> backtest =
                Backtest.run(BacktestInput.of(lively(), candles, 10_000, LOOKBACK)).trades().stream()
                        .filter(trade -> trade.reasonCode() != ReasonCode.EXIT_END_OF_BACKTEST)
                        .toList();
        assertSame(
                "trade",
                trades(facts),
                backtest.stream().map(PaperOverSidecarTest::describe).toList());
        return backtest.size();
    }

    private static void assertSame(String what, List<?> actual, List<?> expected) {
        for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
            assertThat(actual.get(i)).as("%s %d", what, i).isEqualTo(expected.get(i));
        }
        assertThat(actual).hasSameSizeAs(expected);
    }

    private static List<Fact> facts(Path folder) {
        List<Fact> facts = new ArrayList<>();
        try (LedgerReader reader = LedgerReader.open(folder.resolve("trading_engine.db"))) {
            reader.entries(1, entry -> facts.add(FactJson.read(entry.kind(), entry.body())));
        }
        return facts;
    }

    /// Without what happened in a round that was not decided to its end.
    private static List<Fact> decided(List<Fact> facts) {
        int last = facts.size();
        while (!(facts.get(last - 1) instanceof Fact.RoundDecided)) {
            last--;
        }
        return facts.subList(0, last);
    }

    /// With the balance and the equity after each, as doubles.
    private static List<Fact.RoundDecided> rounds(List<Fact> facts) {
        return facts.stream()
                .filter(Fact.RoundDecided.class::isInstance)
                .map(Fact.RoundDecided.class::cast)
                .toList();
    }

    private static List<String> trades(List<Fact> facts) {
        Map<String, String> reasons = new TreeMap<>();
        List<String> trades = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.OrderCreated created) {
                reasons.put(
                        created.order().clientOrderId(),
                        created.order().intent().reason());
            } else if (fact instanceof Fact.FillBooked fill) {
                trades.add(describe(fill, String.valueOf(reasons.get(fill.clientOrderId()))));
            }
        }
        return trades;
    }

    private static String describe(Fact.FillBooked fill, String reason) {
        return fill.timeMs() + " " + fill.symbol() + " " + fill.action() + " "
                + fill.price().toDouble() + " pnl " + fill.pnl().toDouble() + " fee "
                + fill.fee().toDouble() + " balance " + fill.balance().toDouble() + " " + reason;
    }

    private static String describe(TradeRecord trade) {
        return trade.timeMs() + " " + trade.symbol() + " " + trade.action() + " " + trade.price() + " pnl "
                + (trade.pnl() == 0.0 ? 0.0 : trade.pnl()) + " fee " + trade.fee() + " balance " + trade.balance() + " "
                + trade.reason();
    }
}
