package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.gpu.GpuDevice;
import aiquant.gpu.SelfTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    @Test
    void passesOnACardThatComputesAsTheJvm() {
        StandIn.set("");
        try (GpuDevice device = GpuDevice.open(GpuDevice.find("0"))) {
            assertThat(SelfTest.difference(device)).isEmpty();

            assertThat(StandIn.pieces()).isZero();
        }
    }

    /// A compiler that fuses what nobody asked it to fuse is the likeliest fault.
    @Test
    void noticesACardThatContracts() throws IOException {
        StandIn.set("");

        String output = StandIn.child(StandIn.folder("-ffp-contract=fast", "-march=haswell"), "", Child.class);

        assertThat(output)
                .containsPattern("operation \\d+ on [0-9a-f]+ and [0-9a-f]+ gave [0-9a-f]+ instead of")
                .containsPattern("made-up configuration \\d+ came to .* instead of ");
    }

    /// Tests the first card.
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            try (GpuDevice device = GpuDevice.open(GpuDevice.find("0"))) {
                System.out.println(SelfTest.semantics(device));
                System.out.println(SelfTest.trading(device));
            }
        }
    }
}
