package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.engine.research.SweepOutcome;
import aiquant.engine.research.SweepRequest;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.engine.research.SweepRequest.OutputMode;
import aiquant.engine.research.SweepRunners;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sweeps on cards that are stopped or killed end with the same bytes, on cards or on the processor.
class GpuSweepStopTest {

    @TempDir
    Path folder;

    private GpuSweepRuns runs;

    @BeforeEach
    void writeFiles() throws IOException {
        StandIn.set("");
        runs = GpuSweepRuns.in(folder, false);
    }

    @Test
    void launchesNothingMoreOnceItIsStopped() throws IOException {
        AtomicBoolean isStopped = new AtomicBoolean();
        List<Long> launches = new ArrayList<>();
        BooleanSupplier stop = () -> {
            if (StandIn.launches() >= 30 && !isStopped.getAndSet(true)) {
                launches.add(StandIn.launches());
            }
            return isStopped.get();
        };

        SweepOutcome outcome = runs.run(
                runs.request("rows.jsonl"),
                GpuSweepRuns.cards(GpuSweepRuns.settings().withChunk(5)),
                stop);

        assertThat(outcome.isComplete()).isFalse();
        // Signals and trades of one chunk may have been under way.
        assertThat(StandIn.launches()).isLessThanOrEqualTo(launches.getFirst() + 2);
        assertThat(folder.resolve("rows.jsonl.checkpoint")).exists();
        assertThat(StandIn.pieces()).isZero();
    }

    @Test
    void endsWithTheSameBytesWhoeverGoesOn() throws IOException {
        List<Method> methods = List.of(new Method.Random(2_000, 3), new Method.Tpe(1_000, 130, 3));
        for (Method method : methods) {
            SweepRequest whole = GpuSweepRuns.with(runs.request("whole.jsonl"), method, OutputMode.CANDIDATE, 30);
            SweepRequest parts = GpuSweepRuns.with(runs.request("parts.jsonl"), method, OutputMode.CANDIDATE, 30);
            runs.onProcessor(whole);

            int turns = 0;
            SweepOutcome outcome = runs.run(parts, GpuSweepRuns.cards(GpuSweepRuns.settings()), stopAfter(60));
            while (!outcome.isComplete()) {
                turns++;
                SweepRunners runners =
                        turns % 2 == 0 ? GpuSweepRuns.cards(GpuSweepRuns.settings()) : SweepRunners.PROCESSOR;
                outcome = runs.run(GpuSweepRuns.resumed(parts), runners, stopAfter(turns % 2 == 0 ? 60 : 300));
            }

            assertThat(turns).isGreaterThanOrEqualTo(2);
            assertThat(parts.output()).hasSameBinaryContentAs(whole.output());
        }
    }

    private static BooleanSupplier stopAfter(int looks) {
        AtomicInteger left = new AtomicInteger(looks);
        return () -> left.getAndDecrement() <= 0;
    }

    @Test
    void endsWithTheSameBytesAfterItWasKilled() throws Exception {
        SweepRequest whole = request(runs, "whole.jsonl");
        SweepRequest killed = request(runs, "killed.jsonl");
        runs.onProcessor(whole);

        for (int kill = 0; kill < 2; kill++) {
            Process child = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-XX:+UseSerialGC",
                            "-XX:-UsePerfData",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.io.tmpdir=" + folder,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Killable.class.getName(),
                            folder.toString())
                    .redirectError(folder.resolve("child.err").toFile())
                    .start();
            assertThat(child.inputReader().readLine())
                    .as("%s", folder.resolve("child.err"))
                    .isEqualTo("now");
            child.destroyForcibly().waitFor();
            assertThat(folder.resolve("killed.jsonl.checkpoint")).exists();
        }
        SweepOutcome outcome = runs.onCards(GpuSweepRuns.resumed(killed), GpuSweepRuns.settings());

        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.notices()).noneMatch(notice -> notice.startsWith("--resume"));
        assertThat(killed.output()).hasSameBinaryContentAs(whole.output());
    }

    private static SweepRequest request(GpuSweepRuns runs, String output) {
        return GpuSweepRuns.with(runs.request(output), new Method.Random(6_000, 5), OutputMode.CANDIDATE, 25);
    }

    /// A process that takes the sweep up and stands still in the middle of a batch until it is killed.
    static final class Killable {

        private Killable() {}

        public static void main(String[] arguments) throws Exception {
            StandIn.set("");
            GpuSweepRuns runs = new GpuSweepRuns(Path.of(arguments[0]), false);
            runs.run(
                    GpuSweepRuns.resumed(request(runs, "killed.jsonl")),
                    GpuSweepRuns.cards(GpuSweepRuns.settings().withChunk(20)),
                    () -> StandIn.launches() > 260 && standStill());
        }

        private static boolean standStill() {
            System.out.println("now");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }
}
