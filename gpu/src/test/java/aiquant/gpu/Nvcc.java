package aiquant.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the committed PTX anew with the CUDA toolkit on the PATH; needs no card.
final class Nvcc {
    private static final List<String> FLAGS = List.of("-O3", "-std=c++17", "-fmad=false", "-arch=compute_75", "--ptx");

    private Nvcc() {}

    static void regenerate(KernelSource source, Path target) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/ptx"));
        Path cuda = folder.resolve("kernel.cu");
        Path assembler = folder.resolve("kernel.ptx");
        Files.writeString(cuda, source.text());
        List<String> command = new ArrayList<>(List.of("nvcc"));
        command.addAll(FLAGS);
        command.addAll(List.of("-o", assembler.toString(), cuda.toString()));
        run(command);
        String compiler = "nvcc "
                + run(List.of("nvcc", "--version"))
                        .lines()
                        .filter(line -> line.contains("release"))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll(".*, V", "");
        Ptx made = Ptx.of(source, Files.readString(assembler), compiler, String.join(" ", FLAGS));
        Files.writeString(assembler, made.text());
        for (String card : List.of("sm_75", "sm_90", "sm_120")) {
            run(List.of(
                    "ptxas",
                    "-arch=" + card,
                    assembler.toString(),
                    "-o",
                    folder.resolve(card + ".cubin").toString()));
        }
        Files.writeString(target, made.text());
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
        }
        return output;
    }
}
