package aiquant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.config.RiskLimits;
import aiquant.engine.fact.Fact;
import aiquant.engine.ledger.ChildJvm;
import aiquant.engine.ledger.LedgerEntry;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` against an engine that trades, again and again, wherever it happens to be.
class KilledEngineTest {
    private static final long SEED = 20260101;

    @TempDir
    Path folder;

    @Test
    void findsTheSameBooksAfterTenKills() throws Exception {
        killAndCompare(10, 160);
    }

    @Tag("soak")
    @Test
    void findsTheSameBooksAfterAHundredKills() throws Exception {
        killAndCompare(100, 600);
    }

    private void killAndCompare(int kills, int rounds) throws Exception {
        Path data = folder.resolve("data");
        KillPlan plan = new KillPlan(SEED, kills, rounds);
        long begun = System.nanoTime();

        while (!plan.isFulfilled()) {
            Process child = start(data, rounds);
            plan.kill(child, new PhaseFile(phaseFile()));
        }
        Process last = start(data, rounds);
        assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).as(errors()).isZero();

        System.out.printf("%s, in %d s%n", plan.summary(), (System.nanoTime() - begun) / 1_000_000_000L);
        assertThat(plan.inStep()).isGreaterThanOrEqualTo(kills / 2);
        assertThat(plan.betweenOrderAndFill()).isGreaterThanOrEqualTo(kills / 5);
        Rehearsal.Run undisturbed = new Rehearsal(SEED, rounds, OperatorScript.over(rounds), RiskLimits.OFF)
                .run(folder.resolve("undisturbed.db"), List.of());
        Rehearsal.Run killed = ledger(data);
        assertThat(killed.outcome().results()).isEqualTo(undisturbed.outcome().results());
        assertThat(killed.outcome().story()).isEqualTo(undisturbed.outcome().story());
        assertDecidedOnce(killed.facts());
        assertLatchedOnce(killed.facts());
    }

    private static void assertDecidedOnce(List<Fact> facts) {
        assertThat(of(facts, Fact.DecisionMade.class).stream().map(Fact.DecisionMade::eventId))
                .doesNotHaveDuplicates();
        assertThat(of(facts, Fact.RoundDecided.class).stream().map(Fact.RoundDecided::timeMs))
                .doesNotHaveDuplicates();
        assertThat(of(facts, Fact.OrderCreated.class).stream()
                        .map(created -> created.order().clientOrderId()))
                .doesNotHaveDuplicates();
        assertThat(of(facts, Fact.FillBooked.class).stream().map(Fact.FillBooked::tradeId))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(of(facts, Fact.OrderCreated.class));
    }

    private static void assertLatchedOnce(List<Fact> facts) {
        assertThat(of(facts, Fact.KillChanged.class).stream().map(kill -> kill.level() + " " + kill.reason()))
                .containsExactly(
                        "CLOSE_ONLY lunch",
                        "ACTIVE back from lunch",
                        "HALTED something smells",
                        "ACTIVE only the kitchen",
                        "CLOSE_ONLY enough for today",
                        "ACTIVE another day");
    }

    private static <T extends Fact> List<T> of(List<Fact> facts, Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void refusesASecondEngineInTheFolderOfTheFirst() throws Exception {
        Path data = folder.resolve("data");
        int endless = 4_000;
        PhaseFile phases = new PhaseFile(phaseFile());
        Process first = start(data, endless);
        try {
            KillPlan.awaitRounds(first, phases, 1);
            Process second = ChildJvm.start(
                    folder,
                    KillableEngine.class,
                    data.toString(),
                    folder.resolve("second.phase").toString(),
                    Long.toString(SEED),
                    Integer.toString(endless));

            assertThat(second.inputReader().readLine())
                    .startsWith(data.toRealPath() + " is in use by pid " + first.pid() + " (since 20");
            assertThat(second.waitFor()).isEqualTo(1);
            int rounds = phases.rounds();
            KillPlan.awaitRounds(first, phases, rounds + 3);
            assertThat(first.isAlive()).isTrue();
            assertThat(folder.resolve("second.phase")).doesNotExist();
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(ledger(data).facts())
                .filteredOn(Fact.RunStarted.class::isInstance)
                .hasSize(1);
    }

    private Path phaseFile() {
        return folder.resolve("engine.phase");
    }

    private Process start(Path data, int rounds) throws Exception {
        new PhaseFile(phaseFile()).show(Phase.STARTING);
        return ChildJvm.start(
                folder,
                KillableEngine.class,
                data.toString(),
                phaseFile().toString(),
                Long.toString(SEED),
                Integer.toString(rounds));
    }

    private String errors() throws Exception {
        return Files.readString(folder.resolve("child.err"));
    }

    /// Everything in the ledger, after its chain of hashes was checked.
    private static Rehearsal.Run ledger(Path data) {
        List<LedgerEntry> entries = new ArrayList<>();
        try (LedgerReader reader = LedgerReader.open(data.resolve("trading_engine.db"))) {
            assertThat(reader.verify()).isInstanceOf(Verification.Intact.class);
            reader.entries(1, entries::add);
        }
        return new Rehearsal.Run(entries, Set.of());
    }
}
