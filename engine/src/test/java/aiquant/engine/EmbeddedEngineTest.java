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
