package aiquant.engine;

import aiquant.config.RiskLimits;
import aiquant.engine.fact.Fact;
import aiquant.engine.fact.FactJson;
import aiquant.engine.feed.CandleRounds;
import aiquant.engine.feed.Round;
import aiquant.engine.feed.RoundSource;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.SqliteLedger;
import aiquant.engine.venue.PaperVenue;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.money.Usd;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Steps an engine by hand over stored candles, on a ledger in a folder, with a clock that stands still.
final class EngineRun implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_800_000_000_000L));

    private final RoundSource source;
    private final SqliteLedger ledger;
    private final LedgerReader reader;
    final Engine engine;

    EngineRun(Path folder, StrategyParams params, List<CandleSeries> candles, int lookback, RiskLimits limits) {
        source = new CandleRounds(candles);
        Path file = folder.resolve("trading_engine.db");
        ledger = SqliteLedger.open(file);
        reader = LedgerReader.open(file);
        CompiledStrategy strategy = CompiledStrategy.of(params);
        engine = new Engine(
                new EngineSetup(
                        Mode.PAPER, "test", strategy, "config", "test", limits, Usd.of("10000"), lookback, source),
                ledger,
                History.of(reader),
                new PaperVenue(() -> strategy.rules().slippageBps),
                CLOCK,
                speed -> {});
    }

    /// Runs to the end of the candles.
    EngineRun runToEnd() throws InterruptedException {
        for (Optional<Round> round = source.next(); round.isPresent(); round = source.next()) {
            run(round.get());
        }
        return this;
    }

    /// Decides the next `count` rounds.
    EngineRun run(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            run(source.next().orElseThrow());
        }
        return this;
    }

    private void run(Round round) throws InterruptedException {
        engine.offer(round);
        settle();
    }

    /// Handles events until there are none.
    void settle() {
        boolean isBusy = true;
        while (isBusy) {
            isBusy = engine.step();
        }
    }

    CommandResult command(EngineCommand command) {
        var answer = new java.util.concurrent.CompletableFuture<CommandResult>();
        engine.inbox().ask(new Inbox.Ask(command, answer));
        settle();
        return answer.getNow(new CommandResult.Refused("not answered"));
    }

    /// All facts recorded so far.
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        reader.entries(1L, entry -> facts.add(FactJson.read(entry.kind(), entry.body())));
        return facts;
    }

    <T extends Fact> List<T> facts(Class<T> kind) {
        return facts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        reader.close();
        ledger.close();
    }
}
