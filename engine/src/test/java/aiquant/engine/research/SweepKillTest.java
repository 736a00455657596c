package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.engine.ledger.ChildJvm;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.engine.research.SweepRequest.OutputMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` against a process that sweeps.
class SweepKillTest {
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    void endsWithTheSameBytesAfterThreeKillsWhenEveryRowIsStreamed() throws Exception {
        endsWithTheSameBytes(0);
    }

    @Test
    void endsWithTheSameBytesAfterThreeKillsWhenTheBestAreKept() throws Exception {
        endsWithTheSameBytes(25);
    }

    private void endsWithTheSameBytes(int topK) throws IOException, InterruptedException {
        SweepRuns runs = SweepRuns.in(folder);
        SweepRequest whole = request(runs, "whole.jsonl", topK);
        SweepRequest killed = request(runs, "killed.jsonl", topK);
        SweepRuns.run(whole);

        for (int kill = 1; kill <= KILLS; kill++) {
            Process child = ChildJvm.start(folder, KillableSweep.class, folder.toString(), Integer.toString(topK));
            // The child stands still some way behind a checkpoint, with rows written that the checkpoint does not know.
            assertThat(child.inputReader().readLine()).isEqualTo("now");
            child.destroyForcibly().waitFor();
            assertThat(folder.resolve("killed.jsonl.checkpoint")).exists();
        }
        SweepOutcome outcome = SweepRuns.run(SweepRuns.resumed(killed));

        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.notices()).noneMatch(notice -> notice.startsWith("--resume"));
        assertThat(killed.output()).hasSameBinaryContentAs(whole.output());
        assertThat(Files.exists(folder.resolve("killed.jsonl.part"))).isFalse();
    }

    static SweepRequest request(SweepRuns runs, String output, int topK) {
        return SweepRuns.with(runs.request(output), new Method.Random(2600, 5), OutputMode.CANDIDATE, topK, 2);
    }
}
