package aiquant.headless.command;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.config.Environment;
import aiquant.engine.research.CardBan;
import aiquant.engine.research.SweepRunners;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuProofTest {

    @TempDir
    Path folder;

    @Test
    void doesNotTakeTheProcessorsOwnFiguresForACardsProof() {
        Environment environment = Environment.system().with(Map.of("AI_QUANT_DATA_DIR", folder.toString()));
        GpuProof proof = new GpuProof(
                SweepRunners.PROCESSOR, SweepRunners.PROCESSOR, new CardBan(environment, "test"), 1, _ -> {});

        GpuProof.Row row = proof.parity(GpuProof.Mode.FINER_EXITS, 2);

        assertThat(row.differing()).isZero();
        assertThat(row.unproved()).isEqualTo(2);
    }
}
