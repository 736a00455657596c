package aiquant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import aiquant.config.RiskLimits;
import aiquant.engine.feed.CandleRounds;
import aiquant.engine.feed.Round;
import aiquant.engine.feed.RoundSource;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.SqliteLedger;
import aiquant.engine.venue.PaperVenue;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.money.Usd;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedEngineTest {

    @TempDir
    Path folder;

    @Test
    void letsWhoeverAwaitsTheHistoryGoOnWhenTheLoopFailsBeforeItsEnd() {
        RoundSource source = new WithoutBitcoin(new CandleRounds(Markets.generated(1, 100)));

        try (EmbeddedEngine engine = engine(source, 100)) {
            engine.start();

            assertTimeoutPreemptively(Duration.ofSeconds(20), engine::awaitHistory);
            assertTimeoutPreemptively(Duration.ofSeconds(20), engine::awaitEnd);
            assertThat(engine.failure().text()).contains("candles of BTC, which is not part of this engine's universe");
            assertThat(engine.view().runState()).isEqualTo(EngineView.RunState.FAILED);
        }
    }

    @Test
    void answersACommandThatTheLoopCanNoLongerTake() throws Exception {
        RoundSource market = new CandleRounds(Markets.generated(1, 30));
        try (EmbeddedEngine engine = engine(market, 30)) {
            engine.start();
            engine.awaitHistory();
        }

        try (EmbeddedEngine engine = engine(new Unreadable(market), 30)) {
            var waiting = engine.send(new EngineCommand.PauseEntries("asked before anything ran"));
            engine.start();
            engine.awaitEnd();

            CommandResult refused = new CommandResult.Refused("the engine is not running");
            assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(refused);
            assertThat(engine.send(new EngineCommand.Halt("too late")).get(20, TimeUnit.SECONDS))
                    .isEqualTo(refused);
            assertThat(engine.failure().text()).isEqualTo("the market feed failed: the disk with the candles is gone");
        }
    }

    private EmbeddedEngine engine(RoundSource source, long historyRounds) {
        Path file = folder.resolve("trading_engine.db");
        CompiledStrategy strategy = CompiledStrategy.of(Lively.params());
        SqliteLedger ledger = SqliteLedger.open(file);
        return new EmbeddedEngine(new EmbeddedEngine.Wiring(
                new EngineSetup(
                        Mode.PAPER,
                        "test",
                        strategy,
                        "config",
                        "test",
                        RiskLimits.OFF,
                        Usd.of("10000"),
                        Lively.LOOKBACK,
                        source),
                ledger,
                LedgerReader.open(file),
                file,
                new PaperVenue(() -> strategy.rules().slippageBps),
                InstantSource.system(),
                historyRounds,
                Double.POSITIVE_INFINITY));
    }

    /// The same market, of which nothing can be read any more.
    private record Unreadable(RoundSource market) implements RoundSource {

        @Override
        public Optional<Round> next() {
            throw new IllegalStateException("the disk with the candles is gone");
        }

        @Override
        public List<Symbol> symbols() {
            return market.symbols();
        }

        @Override
        public Interval interval() {
            return market.interval();
        }

        @Override
        public OptionalLong total() {
            return market.total();
        }

        @Override
        public String label() {
            return market.label();
        }

        @Override
        public String identity() {
            return market.identity();
        }
    }

    /// A market that brings bars of a symbol it never announced.
    private record WithoutBitcoin(RoundSource market) implements RoundSource {

        @Override
        public Optional<Round> next() {
            return market.next();
        }

        @Override
        public List<Symbol> symbols() {
            return market.symbols().stream()
                    .filter(symbol -> !symbol.name().equals("BTC"))
                    .toList();
        }

        @Override
        public Interval interval() {
            return market.interval();
        }

        @Override
        public OptionalLong total() {
            return market.total();
        }

        @Override
        public String label() {
            return market.label();
        }

        @Override
        public String identity() {
            return market.identity();
        }
    }
}
