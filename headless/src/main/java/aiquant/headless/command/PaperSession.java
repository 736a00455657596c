package aiquant.headless.command;

import aiquant.config.ConfigSearch;
import aiquant.config.EngineConfig;
import aiquant.config.Environment;
import aiquant.config.LoadedStrategy;
import aiquant.config.Selection;
import aiquant.config.TradingMode;
import aiquant.engine.EmbeddedEngine;
import aiquant.engine.EngineSetup;
import aiquant.engine.Mode;
import aiquant.engine.fact.Fact;
import aiquant.engine.fact.FactJson;
import aiquant.engine.feed.MarketData;
import aiquant.engine.feed.RoundSource;
import aiquant.engine.ledger.DataFolderLock;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.SqliteLedger;
import aiquant.engine.risk.KillLevel;
import aiquant.engine.venue.Instruments;
import aiquant.engine.venue.PaperVenue;
import aiquant.engine.venue.Venue;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.money.Usd;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// One engine on paper over one data folder: takes the lock, opens the ledger, wires the loop.
final class PaperSession implements AutoCloseable {
    private final DataFolderLock lock;
    private final EmbeddedEngine engine;
    private final Path ledgerFile;
    private final Optional<QuoteFills> fills;
    private Optional<SidecarAtHand> afterwards = Optional.empty();
    private boolean isClosed;

    /// What a session is opened with.
    ///
    /// @param initialBalance  counts when the ledger is new; without it the engine file's
    /// @param historyRounds   rounds decided without pause at the start
    /// @param roundsPerSecond speed afterwards
    record Plan(
            Mode mode,
            Path folder,
            Environment environment,
            ConfigSearch strategyFile,
            Selection selection,
            OptionalDouble initialBalance,
            OptionalInt lookback,
            long historyRounds,
            double roundsPerSecond) {}

    /// Loads and checks the configuration a plan names; its notices are for the person.
    static LoadedStrategy strategy(Plan plan) {
        return plan.strategyFile().loadStrategy(plan.selection());
    }

    /// The market that the folder's ledger belongs to, if it holds one.
    static Optional<String> recordedMarket(Plan plan) {
        Path file = ledgerFile(plan);
        if (!Files.exists(file) || file.toFile().length() == 0) {
            return Optional.empty();
        }
        try (LedgerReader reader = LedgerReader.open(file)) {
            return reader.entry(1)
                    .map(first -> FactJson.read(first.kind(), first.body()))
                    .filter(Fact.RunStarted.class::isInstance)
                    .map(first -> ((Fact.RunStarted) first).source());
        }
    }

    private static Path ledgerFile(Plan plan) {
        return plan.folder().resolve("trading_engine.db");
    }

    /// @throws aiquant.engine.ledger.DataFolderRefused if another engine holds the folder
    /// @throws IllegalArgumentException if the folder's ledger belongs to another market
    static PaperSession open(Plan plan, LoadedStrategy loaded, RoundSource source) {
        return open(plan, loaded, source, Optional.empty());
    }

    /// Filled at quotes where they are given, which are closed with the session; else as a backtest would.
    static PaperSession open(Plan plan, LoadedStrategy loaded, RoundSource source, Optional<QuoteFills> fills) {
        EngineConfig config = ConfigSearch.engine(plan.environment()).loadEngine();
        CompiledStrategy strategy = CompiledStrategy.of(loaded.params());
        DataFolderLock lock = DataFolderLock.take(plan.environment().lockFile(TradingMode.PAPER));
        try {
            return new PaperSession(lock, plan, loaded, strategy, config, source, fills);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private PaperSession(
            DataFolderLock lock,
            Plan plan,
            LoadedStrategy loaded,
            CompiledStrategy strategy,
            EngineConfig config,
            RoundSource source,
            Optional<QuoteFills> fills) {
        this.lock = lock;
        this.fills = fills;
        ledgerFile = ledgerFile(plan);
        SqliteLedger ledger = SqliteLedger.open(ledgerFile);
        try {
            engine = new EmbeddedEngine(new EmbeddedEngine.Wiring(
                    new EngineSetup(
                            plan.mode(),
                            config.account(),
                            strategy,
                            loaded.id().fingerprint(),
                            plan.strategyFile().sentence(),
                            config.risk(),
                            new Usd(BigDecimal.valueOf(plan.initialBalance().orElse(config.initialBalance()))),
                            plan.lookback().orElse(config.lookback()),
                            source,
                            kill(plan.environment()),
                            fills.map(QuoteFills::instruments).orElse(Instruments.UNLIMITED)),
                    ledger,
                    LedgerReader.open(ledgerFile),
                    ledgerFile,
                    venue(fills, strategy),
                    InstantSource.system(),
                    plan.historyRounds(),
                    plan.roundsPerSecond(),
                    fills.map(QuoteFills::prices).map(MarketData::prices)));
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    private static Venue venue(Optional<QuoteFills> fills, CompiledStrategy strategy) {
        return fills.isPresent() ? fills.get().venue() : new PaperVenue(() -> strategy.rules().slippageBps);
    }

    private static KillLevel kill(Environment environment) {
        return environment.isHardKilled()
                ? KillLevel.HARD
                : environment.killSwitch().map(KillLevel::ofWord).orElse(KillLevel.ACTIVE);
    }

    EmbeddedEngine engine() {
        return engine;
    }

    /// What the engine needs to its end and nobody needs after it.
    synchronized void closeAfterwards(SidecarAtHand sidecar) {
        afterwards = Optional.of(sidecar);
    }

    Path ledgerFile() {
        return ledgerFile;
    }

    /// Stops in order; closing twice is harmless.
    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            engine.close();
            fills.ifPresent(QuoteFills::close);
            lock.close();
            afterwards.ifPresent(SidecarAtHand::close);
        }
    }
}
