package aiquant.gpu;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GpuSweepRunnerTest {
    private static final GpuInfo CARD = new GpuInfo(0, "a card", "GPU-1", 9, 0, 13_000, 1L << 30, 1, 2);

    @Test
    void doesNotLoseWhatNobodyExpectedWhenACardWasOpened() {
        SweepRunner.Sweep sweep = SampleSweep.sweep();
        List<Trial> trials = SampleSweep.trials(sweep.space(), 2);
        try (SweepRunner runner = new GpuSweepRunner(
                sweep,
                List.of(CARD),
                _ -> {
                    throw new IllegalStateException("no such struct");
                },
                SweepSettings.defaults(),
                new Unreached())) {
            assertThatThrownBy(() -> runner.evaluate(trials, () -> false)).hasStackTraceContaining("no such struct");
        }
    }

    /// A processor that must not be asked.
    private static final class Unreached implements SweepRunner {

        @Override
        public Optional<List<TrialResult>> evaluate(List<Trial> trials, BooleanSupplier isCancelled) {
            throw new AssertionError("the failure was passed over");
        }

        @Override
        public long evaluated() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
