package aiquant.engine;

import aiquant.config.RiskLimits;
import aiquant.engine.fact.Fact;
import aiquant.engine.fact.FactJson;
import aiquant.engine.feed.CandleRounds;
import aiquant.engine.ledger.DataFolderLock;
import aiquant.engine.ledger.DataFolderRefused;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.SqliteLedger;
import aiquant.engine.venue.PaperVenue;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.money.Usd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A process that trades a generated market in a data folder to its end, shows at every moment what it is doing, and
/// lets a little time pass between an order and its fill.
final class KillableEngine {
    private static final long SHORTEST_FILL_NANOS = 1_000_000;
    private static final long FILL_STEP_NANOS = 400_000;
    private static final int FILL_STEPS = 6;

    private KillableEngine() {}

    /// Arguments: data folder, phase file, seed, rounds.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        try (DataFolderLock _ = DataFolderLock.take(folder.resolve(DataFolderLock.PAPER_NAME))) {
            PhaseFile phases = new PhaseFile(Path.of(arguments[1]));
            trade(folder, phases, Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
            phases.show(Phase.DONE);
        } catch (DataFolderRefused refused) {
            System.out.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void trade(Path folder, PhaseFile phases, long seed, int rounds) throws InterruptedException {
        CandleRounds source = new CandleRounds(Markets.generated(seed, rounds));
        CompiledStrategy strategy = CompiledStrategy.of(Lively.params());
        Path file = folder.resolve("trading_engine.db");
        try (SqliteLedger ledger = SqliteLedger.open(file);
                LedgerReader reader = LedgerReader.open(file);
                SlowVenue venue = new SlowVenue(new PaperVenue(() -> strategy.rules().slippageBps))) {
            int given = OperatorScript.given(facts(reader));
            Engine engine = new Engine(
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
                    new PhasedLedger(ledger, phases),
                    History.of(reader),
                    venue,
                    InstantSource.system(),
                    _ -> {});
            Phased stepping = new Phased(engine, venue, phases);
            new ScriptedRun(engine, source, OperatorScript.over(rounds), given, stepping).runToEnd();
            engine.stop("the end");
        }
    }

    private static List<Fact> facts(LedgerReader reader) {
        List<Fact> facts = new ArrayList<>();
        reader.entries(1, entry -> facts.add(FactJson.read(entry.kind(), entry.body())));
        return facts;
    }

    /// Shows the phase around every step, and lets fills through one by one.
    private static final class Phased implements ScriptedRun.Stepping {
        private final Engine engine;
        private final SlowVenue venue;
        private final PhaseFile phases;
        private int fills;

        Phased(Engine engine, SlowVenue venue, PhaseFile phases) {
            this.engine = engine;
            this.venue = venue;
            this.phases = phases;
        }

        @Override
        public boolean step() {
            phases.show(Phase.IN_STEP);
            boolean isDone = engine.step();
            if (!venue.holdsFill()) {
                phases.show(Phase.IDLE);
                return isDone;
            }
            phases.show(Phase.BETWEEN_ORDER_AND_FILL);
            LockSupport.parkNanos(SHORTEST_FILL_NANOS + fills++ % FILL_STEPS * FILL_STEP_NANOS);
            venue.letGo();
            phases.show(Phase.IDLE);
            return true;
        }

        @Override
        public void settled(int rounds) {
            phases.showRounds(rounds);
        }
    }
}
