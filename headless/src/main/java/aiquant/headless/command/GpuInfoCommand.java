package aiquant.headless.command;

import aiquant.gpu.GpuDevice;
import aiquant.gpu.GpuException;
import aiquant.gpu.GpuInfo;
import aiquant.gpu.GpuUnavailable;
import aiquant.gpu.SelfTest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `aiquant gpu info`: what cards there are, and whether they compute as the JVM does.
///
/// No card is no failure, because nothing needs one. A card that computes something else is one.
@Command(
        name = "info",
        description = "Shows the driver and each card, and compares its arithmetic with this machine's.",
        mixinStandardHelpOptions = true)
final class GpuInfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<GpuInfo> cards = GpuDevice.list();
            out.println("driver: "
                    + GpuDevice.driverVersion().map(version -> version + ", ").orElse("") + "CUDA "
                    + cards.getFirst().cudaVersion());
            boolean areEqual = true;
            for (GpuInfo card : cards) {
                areEqual &= show(card, out);
            }
            return areEqual ? 0 : 1;
        } catch (GpuUnavailable e) {
            out.println(
                    "No graphics card: " + e.getMessage() + ". Sweeps run on the processor, with the same results.");
            return 0;
        }
    }

    /// @return false if the card computes something else than the JVM
    private static boolean show(GpuInfo card, PrintWriter out) {
        out.println("card " + card);
        out.println("  compute capability " + card.capability() + ", " + card.multiprocessors() + " multiprocessors, "
                + card.uuid());
        out.println("  doubles at 1/" + card.fp64Divisor() + " of the speed of floats"
                + (card.hasFastDoubles() ? "" : ": built for graphics, the same answers more slowly"));
        try (GpuDevice device = GpuDevice.open(card)) {
            GpuDevice.Memory memory = device.memory();
            out.println("  memory " + gib(memory.total()) + " GiB, " + gib(memory.free()) + " GiB free");
            long begun = System.nanoTime();
            Optional<String> difference = SelfTest.difference(device);
            out.println(difference
                    .map(text -> "  self-test FAILED: " + text + "; do not use this card")
                    .orElse(String.format(
                            Locale.ROOT,
                            "  self-test passed: %,d operands through every operation and %d configurations"
                                    + " trade as on the JVM, %.1f s",
                            SelfTest.PAIRS,
                            SelfTest.CONFIGURATIONS,
                            (System.nanoTime() - begun) / 1e9)));
            return difference.isEmpty();
        } catch (GpuUnavailable e) {
            out.println("  memory " + gib(card.memoryBytes()) + " GiB");
            out.println("  not used: " + e.getMessage());
            return true;
        } catch (GpuException e) {
            out.println("  not usable: " + e.getMessage());
            return true;
        }
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (double) (1 << 30));
    }
}
