package aiquant.engine;

import aiquant.config.RiskLimits;
import aiquant.engine.fact.Fact;
import aiquant.engine.fact.FactJson;
import aiquant.engine.feed.CandleRounds;
import aiquant.engine.ledger.LedgerEntry;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.SqliteLedger;
import aiquant.engine.venue.PaperVenue;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.money.Usd;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A market and an operator's script, run through in this process as often as wanted, each time on a ledger that
/// already
/// holds some beginning of the story.
final class Rehearsal {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_800_000_000_000L));

    private final List<CandleSeries> candles;
    private final OperatorScript script;
    private final RiskLimits limits;

    /// One finished run.
    ///
    /// @param commits after which entries it made its ledger durable
    record Run(List<LedgerEntry> entries, Set<Long> commits) {

        List<Fact> facts() {
            return entries.stream()
                    .map(entry -> FactJson.read(entry.kind(), entry.body()))
                    .toList();
        }

        Outcome outcome() {
            return Outcome.of(entries);
        }
    }

    Rehearsal(long seed, int rounds, OperatorScript script, RiskLimits limits) {
        candles = Markets.generated(seed, rounds);
        this.script = script;
        this.limits = limits;
    }

    /// Runs to the end on a new ledger in `file` that begins with `beginning`.
    Run run(Path file, List<LedgerEntry> beginning) throws InterruptedException {
        CandleRounds source = new CandleRounds(candles);
        CompiledStrategy strategy = CompiledStrategy.of(Lively.params());
        Run begun = new Run(beginning, Set.of());
        try (SqliteLedger ledger = SqliteLedger.temporary(file);
                LedgerReader reader = LedgerReader.open(file)) {
            beginning.forEach(entry -> ledger.append(entry.atMs(), entry.kind(), entry.version(), entry.body()));
            ledger.commit();
            NotingLedger noting = new NotingLedger(ledger, new TreeSet<>());
            Engine engine = new Engine(
                    new EngineSetup(
                            Mode.PAPER,
                            "test",
                            strategy,
                            "config",
                            "test",
                            limits,
                            Usd.of("10000"),
                            Lively.LOOKBACK,
                            source),
                    noting,
                    History.of(reader),
                    new PaperVenue(() -> strategy.rules().slippageBps),
                    CLOCK,
                    _ -> {});
            new ScriptedRun(engine, source, script, OperatorScript.given(begun.facts()), engine::step).runToEnd();
            engine.stop("the end");
            List<LedgerEntry> entries = new ArrayList<>();
            reader.entries(1, entries::add);
            return new Run(entries, noting.commits());
        }
    }
}
