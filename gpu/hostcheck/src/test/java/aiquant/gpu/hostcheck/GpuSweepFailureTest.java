package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.engine.research.CardBan;
import aiquant.engine.research.SweepFailed;
import aiquant.engine.research.SweepOutcome;
import aiquant.engine.research.SweepRequest;
import aiquant.gpu.SweepSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cards that fail in mid-sweep: the processor goes on with the same bytes; wrong results are the end of the sweep.
class GpuSweepFailureTest {

    @TempDir
    Path folder;

    @AfterEach
    void givesAllMemoryBack() {
        assertThat(StandIn.pieces()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fail=cuLaunchKernel:14:719 | card 0 Stand-in A is given up: launch
            fail=cuLaunchKernel:1:719 | card 0 Stand-in A
            fail=cuCtxSynchronize:9:700 | card 0 Stand-in A is given up: cuCtxSynchronize failed with CUDA_ERROR_ILLEGAL_ADDRESS
            fail=cuMemcpyDtoH_v2:4:999 | card 0 Stand-in A is given up: cuMemcpyDtoH
            fail=cuMemcpyHtoD_v2:3:719 | card 0 Stand-in A is given up: cuMemcpyHtoD
            fail=cuMemAlloc_v2:2:2 | card 0 Stand-in A
            fail=cuModuleLoadDataEx:1:222 | card 0 Stand-in A cannot be used: compiling the kernels
            """)
    void goesOnOnTheProcessor(String settings, String line) throws IOException {
        SweepOutcome outcome = assertSameBytes(settings, GpuSweepRuns.settings());

        assertThat(outcome.notices()).anyMatch(notice -> notice.startsWith("--gpu: " + line));
        assertThat(outcome.notices()).contains("--gpu: the processor did what no card did, with the same results");
    }

    @Test
    void goesOnWithHalfAsMuchWhereMemoryTurnsOutToBeLess() throws IOException {
        SweepOutcome outcome = assertSameBytes("fail=cuMemAlloc_v2:20:2", GpuSweepRuns.settings());

        assertThat(outcome.notices()).anyMatch(notice -> notice.contains("it goes on with half as much"));
        assertThat(outcome.notices()).noneMatch(notice -> notice.contains("the processor did"));
    }

    @Test
    void leavesItToTheProcessorWhereMemoryEndsASecondTime() throws IOException {
        SweepOutcome outcome =
                assertSameBytes("fail=cuMemAlloc_v2:20:2 fail=cuMemAlloc_v2:34:2", GpuSweepRuns.settings());

        assertThat(outcome.notices()).anyMatch(notice -> notice.contains("it goes on with half as much"));
        assertThat(outcome.notices()).anyMatch(notice -> notice.contains("is given up: cuMemAlloc"));
    }

    @Test
    void leavesTheRestToTheOtherCard() throws IOException {
        SweepOutcome outcome = assertSameBytes(
                "cards=2 fail=cuLaunchKernel:5:719:1", GpuSweepRuns.settings().withBatch(30));

        assertThat(outcome.notices()).anyMatch(notice -> notice.startsWith("--gpu: card 1 Stand-in B is given up"));
        assertThat(outcome.notices()).noneMatch(notice -> notice.contains("the processor did"));
    }

    @Test
    void usesNoCardThatComputesWrongly() throws IOException {
        SweepOutcome outcome = assertSameBytes("flip=1", GpuSweepRuns.settings().tested(true));

        assertThat(outcome.notices())
                .anyMatch(notice -> notice.startsWith("--gpu: card 0 Stand-in A computes wrongly and is not used: "));
    }

    private SweepOutcome assertSameBytes(String settings, SweepSettings sweep) throws IOException {
        StandIn.set(settings);
        GpuSweepRuns runs = GpuSweepRuns.in(folder, true);
        SweepRequest here = runs.request("here.jsonl");
        SweepRequest there = runs.request("there.jsonl");
        runs.onProcessor(here);

        SweepOutcome outcome = runs.onCards(there, sweep);

        assertThat(there.output()).hasSameBinaryContentAs(here.output());
        return outcome;
    }

    @ParameterizedTest
    @CsvSource({"0", "40"})
    void failsTheSweepOnOneWrongBit(int topK) throws IOException {
        StandIn.set("flip=3");
        GpuSweepRuns runs = GpuSweepRuns.in(folder, false);
        SweepRequest r = runs.request("rows.jsonl");
        SweepRequest request = GpuSweepRuns.with(r, r.method(), r.mode(), topK);

        // All are checked, and so the one whose bit was flipped.
        assertThatThrownBy(() -> runs.onCards(request, GpuSweepRuns.settings().withChecked(1_000)))
                .isInstanceOf(SweepFailed.class)
                .hasMessageStartingWith("FAILED: the card's results are wrong, nothing of this sweep is kept: trial ");

        assertThat(folder.resolve("rows.jsonl")).doesNotExist();
        assertThat(folder.resolve("rows.jsonl.part")).doesNotExist();
        assertThat(folder.resolve("rows.jsonl.checkpoint")).doesNotExist();
        Path bundle = folder.resolve("data/gpu-disabled.json");
        assertThat(Files.readString(bundle))
                .contains("\"data_sha256\"", "\"ptx_sha256\"", "\"fill_digest\"", "\"driver\"", "\"overrides\"");
        assertThat(new CardBan(runs.environment(), "test").reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains(bundle.toString()));
    }
}
