package aiquant.headless.command;

import aiquant.engine.research.CardBan;
import aiquant.engine.research.SweepRunners;
import aiquant.gpu.GpuInfo;
import aiquant.gpu.GpuSweeps;
import aiquant.gpu.GpuUnavailable;
import aiquant.gpu.SweepSettings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say whether, and which, graphics cards evaluate a search.
final class GpuOptions {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([mMgG])");

    @Option(names = "--gpu", description = "Use graphics cards where there are some; the results are the same.")
    private boolean gpu;

    @Option(
            names = "--device",
            paramLabel = "CARD",
            description = "Only this card: its number, its UUID or a part of its name; may be repeated."
                    + " Default: every card.")
    private List<String> devices = new ArrayList<>();

    @Option(
            names = "--gpu-memory",
            paramLabel = "SIZE",
            description = "Most memory to take of a card, such as 6g or 800m. Default: 85 %% of what is free.")
    private @Nullable String memory;

    /// Says in one line which cards will be used, or why none is.
    SweepRunners runners(CardBan ban, PrintWriter err) {
        OptionalLong most = memory();
        if (!gpu) {
            if (!devices.isEmpty() || most.isPresent()) {
                throw new IllegalArgumentException("--device and --gpu-memory are only read with --gpu");
            }
            return SweepRunners.PROCESSOR;
        }
        Optional<String> banned = ban.reason();
        if (banned.isPresent()) {
            return without(banned.get(), err);
        }
        try {
            GpuSweeps cards = GpuSweeps.of(devices, SweepSettings.defaults().withMemory(most));
            err.println("--gpu: "
                    + cards.cards().stream()
                            .map(GpuInfo::toString)
                            .collect(Collectors.joining(", card ", "card ", "")));
            return cards::runner;
        } catch (GpuUnavailable e) {
            return without(e.getMessage(), err);
        }
    }

    private static SweepRunners without(@Nullable String reason, PrintWriter err) {
        err.println("--gpu: " + reason + "; the processor does it, with the same results");
        return SweepRunners.PROCESSOR;
    }

    private OptionalLong memory() {
        if (memory == null) {
            return OptionalLong.empty();
        }
        Matcher size = SIZE.matcher(memory);
        if (!size.matches() || Long.parseLong(size.group(1)) == 0) {
            throw new IllegalArgumentException("--gpu-memory must be a size such as 6g or 800m: " + memory);
        }
        boolean isGiga = size.group(2).toLowerCase(Locale.ROOT).equals("g");
        return OptionalLong.of(Long.parseLong(size.group(1)) << (isGiga ? 30 : 20));
    }
}
