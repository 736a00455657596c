package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.engine.research.SweepOutcome;
import aiquant.engine.research.SweepRequest;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.engine.research.SweepRequest.OutputMode;
import aiquant.gpu.SweepSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sweep on cards writes the bytes that the processor writes, however batches and bars are cut.
class GpuSweepTest {

    @TempDir
    Path folder;

    @AfterEach
    void givesAllMemoryBack() {
        assertThat(StandIn.pieces()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writesTheSameBytesInEveryWayOfChoosing(boolean finer) throws IOException {
        StandIn.set("");
        GpuSweepRuns runs = GpuSweepRuns.in(folder, finer);
        List<Method> methods = List.of(new Method.Grid(), new Method.Random(400, 9), new Method.Tpe(400, 90, 3));
        for (Method method : methods) {
            for (int topK : new int[] {0, 40}) {
                OutputMode mode = topK == 0 ? OutputMode.CANDIDATE : OutputMode.FULL;
                SweepRequest here = GpuSweepRuns.with(runs.request("here.jsonl"), method, mode, topK);
                SweepRequest there = GpuSweepRuns.with(runs.request("there.jsonl"), method, mode, topK);
                runs.onProcessor(here);

                SweepOutcome outcome = runs.onCards(there, GpuSweepRuns.settings());

                assertThat(outcome.isComplete()).isTrue();
                assertThat(there.output()).hasSameBinaryContentAs(here.output());
                assertThat(outcome.best().getFirst().summary().totalTrades()).isPositive();
                assertThat(outcome.notices()).anyMatch(line -> line.endsWith("replayed on the JVM, 0 differing bits"));
            }
        }
        assertThat(StandIn.launches()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 100_000})
    void writesTheSameBytesWhateverTheChunk(int bars) throws IOException {
        assertSameBytes("", GpuSweepRuns.settings().withChunk(bars), true);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100, 100_000})
    void writesTheSameBytesWhateverTheBatch(int batch) throws IOException {
        assertSameBytes("", GpuSweepRuns.settings().withBatch(batch), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cards=2", "cards=5"})
    void writesTheSameBytesOnSeveralCards(String cards) throws IOException {
        assertSameBytes(cards, GpuSweepRuns.settings().withBatch(40), true);
    }

    @Test
    void saysThatMemoryIsTightAndWritesTheSameBytes() throws IOException {
        SweepSettings tight = GpuSweepRuns.settings().withMemory(OptionalLong.of(1_500_000));

        SweepOutcome outcome = assertSameBytes("", tight, true);

        assertThat(outcome.notices()).anyMatch(line -> line.contains("has memory for few configurations at a time"));
    }

    @Test
    void leavesItToTheProcessorWhereNotEvenOneConfigurationFits() throws IOException {
        SweepOutcome outcome =
                assertSameBytes("memory=9000000", GpuSweepRuns.settings().withMemory(OptionalLong.of(100_000)), false);

        assertThat(outcome.notices()).anyMatch(line -> line.contains("too little for these candles"));
    }

    private SweepOutcome assertSameBytes(String settings, SweepSettings sweep, boolean finer) throws IOException {
        StandIn.set(settings);
        GpuSweepRuns runs = GpuSweepRuns.in(folder, finer);
        SweepRequest here = runs.request("here.jsonl");
        SweepRequest there = runs.request("there.jsonl");
        runs.onProcessor(here);

        SweepOutcome outcome = runs.onCards(there, sweep);

        assertThat(outcome.done()).isEqualTo(GpuSweepRuns.COMBINATIONS);
        assertThat(there.output()).hasSameBinaryContentAs(here.output());
        return outcome;
    }
}
