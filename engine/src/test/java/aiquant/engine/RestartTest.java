package aiquant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.config.RiskLimits;
import aiquant.engine.fact.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is cut off after any entry of its ledger and started again ends like one that was never disturbed.
class RestartTest {
    private static final long SEED = 4711;
    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    @Test
    void endsAsIfUndisturbedWhereverItsLedgerIsCut() throws Exception {
        cutAfterEvery(67);
    }

    @Tag("soak")
    @Test
    void endsAsIfUndisturbedAfterACutBehindEveryEntryOfItsLedger() throws Exception {
        cutAfterEvery(1);
    }

    private static Rehearsal market() {
        return new Rehearsal(SEED, ROUNDS, OperatorScript.over(ROUNDS), RiskLimits.OFF);
    }

    private void cutAfterEvery(int stride) throws Exception {
        Rehearsal rehearsal = market();
        Rehearsal.Run undisturbed = rehearsal.run(folder.resolve("undisturbed.db"), List.of());
        Outcome expected = undisturbed.outcome();
        assertThat(undisturbed.facts()).hasAtLeastOneElementOfType(Fact.IntentDenied.class);
        assertThat(expected.results().lines().filter(line -> line.startsWith("trade")))
                .hasSizeGreaterThan(80);

        for (int cut = 1; cut < undisturbed.entries().size(); cut += stride) {
            Path file = folder.resolve("cut.db");
            Rehearsal.Run beginning = new Rehearsal.Run(undisturbed.entries().subList(0, cut), undisturbed.commits());
            Rehearsal.Run restarted = rehearsal.run(file, beginning.entries());
            Files.delete(file);

            assertThat(restarted.outcome().results())
                    .as("cut after entry %d", cut)
                    .isEqualTo(expected.results());
            if (!OperatorScript.endsWithinCommand(beginning.facts())) {
                assertThat(restarted.outcome().story())
                        .as("cut after entry %d", cut)
                        .isEqualTo(expected.story());
            }
            assertDecidedOnce(restarted.facts());
        }
    }

    private static void assertDecidedOnce(List<Fact> facts) {
        assertThat(facts.stream()
                        .filter(Fact.DecisionMade.class::isInstance)
                        .map(fact -> ((Fact.DecisionMade) fact).eventId()))
                .doesNotHaveDuplicates();
        assertThat(facts.stream()
                        .filter(Fact.RoundDecided.class::isInstance)
                        .map(fact -> ((Fact.RoundDecided) fact).timeMs()))
                .doesNotHaveDuplicates();
    }

    @Test
    void makesACommandDurableTogetherWithAllThatFollowsFromIt() throws Exception {
        Rehearsal.Run run = market().run(folder.resolve("ledger.db"), List.of());

        for (long commit : run.commits()) {
            List<Fact> durable = run.facts().subList(0, (int) commit);
            assertThat(OperatorScript.endsWithinCommand(durable))
                    .as("durable after entry %d: %s", commit, durable.getLast())
                    .isFalse();
        }
    }

    @Test
    void makesABreachDurableTogetherWithTheRoundThatShowsIt() throws Exception {
        RiskLimits tight = new RiskLimits(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);

        Rehearsal.Run run =
                new Rehearsal(SEED, ROUNDS, OperatorScript.silent(), tight).run(folder.resolve("ledger.db"), List.of());

        List<Fact> facts = run.facts();
        int breaches = 0;
        for (int i = 1; i < facts.size(); i++) {
            if (facts.get(i) instanceof Fact.KillChanged kill
                    && kill.origin().equals("breach")
                    && facts.get(i - 1) instanceof Fact.RoundDecided) {
                breaches++;
                assertThat(run.commits()).doesNotContain((long) i);
            }
        }
        assertThat(breaches).isPositive();
    }
}
