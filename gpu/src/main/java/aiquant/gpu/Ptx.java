package aiquant.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The kernels as the assembler text that drivers compile for their card; committed, because nvcc is not everywhere.
///
/// Its first lines name the source it was made from, the compiler and its flags.
///
/// @param text header included
public record Ptx(String text) {
    /// How it is made again.
    public static final String COMMAND = "./mvnw -Pptx -pl gpu -am verify";

    /// The oldest card it runs on, and a version that drivers have read since 2020.
    public static final String TARGET = ".target sm_75";

    public static final String VERSION = ".version 6.4";

    private static final Pattern HASH = Pattern.compile("\\A// kernel.cu sha256 ([0-9a-f]{64})\n");

    private static final Pattern PARAMETER = Pattern.compile("\\.param \\.[a-z](\\d+) ");

    /// The one that is packed with the program, if there is one.
    public static Optional<Ptx> load() {
        try (InputStream in = Ptx.class.getResourceAsStream("kernel.ptx")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Ptx(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The packed one, if it was made from the packed kernels.
    ///
    /// @throws GpuUnavailable if it is missing or was made from others
    static Ptx current() {
        return usable(load(), KernelSource.load());
    }

    static Ptx usable(Optional<Ptx> packed, KernelSource source) {
        Ptx found = packed.orElseThrow(() ->
                new GpuUnavailable("the kernels are not compiled for cards (no kernel.ptx); make it: " + COMMAND));
        if (!found.isOf(source)) {
            throw new GpuUnavailable(
                    "the kernels changed since they were compiled for cards (kernel.ptx); make it anew: " + COMMAND);
        }
        return found;
    }

    /// Puts the header before what nvcc wrote and lowers the version to one that older drivers accept.
    ///
    /// @param compiler name and version
    static Ptx of(KernelSource source, String assembler, String compiler, String flags) {
        return new Ptx("// kernel.cu sha256 " + source.sha256() + "\n// " + compiler + "\n// " + flags + "\n"
                + assembler.replaceFirst("(?m)^\\.version .*$", VERSION));
    }

    /// Whether it was made from this source. If not, no card may be used with it.
    public boolean isOf(KernelSource source) {
        return HASH.matcher(text).results().anyMatch(found -> found.group(1).equals(source.sha256()));
    }

    /// In hexadecimal, header included.
    String sha256() {
        return new KernelSource(text).sha256();
    }

    /// The text of one kernel.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    String entry(String name) {
        int from = text.indexOf(".entry " + name + "(");
        if (from < 0) {
            throw new IllegalArgumentException("the PTX has no entry " + name);
        }
        int next = text.indexOf(".entry ", from + 1);
        return next < 0 ? text.substring(from) : text.substring(from, next);
    }

    /// How many bytes each parameter of a kernel has.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    List<Integer> parameterSizes(String entry) {
        String text = entry(entry);
        return PARAMETER
                .matcher(text.substring(0, text.indexOf(')')))
                .results()
                .map(found -> Integer.parseInt(found.group(1)) / Byte.SIZE)
                .toList();
    }
}
