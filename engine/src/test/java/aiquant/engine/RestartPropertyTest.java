package aiquant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.config.RiskLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/// The restart of any market at any place, and the restart of that restart.
class RestartPropertyTest {
    private static final int ROUNDS = 160;

    /// The gate refuses now and then, so that refusals are cut as well.
    private static final RiskLimits FOUR_POSITIONS = new RiskLimits(0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    @Property(tries = 6)
    void endsAsIfUndisturbedForAnyMarketAndAnyTwoCuts(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.0, max = 1.0) double first,
            @ForAll @DoubleRange(min = 0.0, max = 1.0) double second)
            throws Exception {
        assertSurvives(seed, first, second);
    }

    @Tag("soak")
    @Property(tries = 200)
    void endsAsIfUndisturbedForManyMarketsAndAnyTwoCuts(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.0, max = 1.0) double first,
            @ForAll @DoubleRange(min = 0.0, max = 1.0) double second)
            throws Exception {
        assertSurvives(seed, first, second);
    }

    private static void assertSurvives(long seed, double first, double second) throws Exception {
        Path folder = Files.createTempDirectory("restart");
        try {
            Rehearsal rehearsal = new Rehearsal(seed, ROUNDS, OperatorScript.over(ROUNDS), FOUR_POSITIONS);
            Rehearsal.Run undisturbed = rehearsal.run(folder.resolve("undisturbed.db"), List.of());

            Rehearsal.Run restarted = rehearsal.run(
                    folder.resolve("first.db"), cut(undisturbed, first).entries());
            Rehearsal.Run again = rehearsal.run(
                    folder.resolve("second.db"), cut(restarted, second).entries());

            assertThat(restarted.outcome()).isEqualTo(undisturbed.outcome());
            assertThat(again.outcome()).isEqualTo(undisturbed.outcome());
        } finally {
            delete(folder);
        }
    }

    /// A beginning of the ledger as a crash can leave it: a command is there as a whole or not at all.
    private static Rehearsal.Run cut(Rehearsal.Run run, double share) {
        int length = 1 + (int) (share * (run.entries().size() - 1));
        Rehearsal.Run beginning = new Rehearsal.Run(run.entries().subList(0, length), run.commits());
        while (OperatorScript.endsWithinCommand(beginning.facts())) {
            length--;
            beginning = new Rehearsal.Run(run.entries().subList(0, length), run.commits());
        }
        return beginning;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
