package aiquant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// `./aiquant bench`: runs the benchmarks and prints what they mean in rows per second.
public final class Main {
    private static final String USAGE = """
            Usage: aiquant bench [--data FOLDER] [--seconds N] [NAME...]

            Measures replay, sweep, candle reading and writing, frame decoding and signing with JMH
            and prints a table; sidecar measures a whole sidecar process.

              --data FOLDER   candles to measure on: a folder with the folders 1h, 15m and 5m of
                              candle files; without it, a generated market of 12 symbols
              --seconds N     how long sidecar measures, 60 unless said otherwise
              NAME            only benchmarks whose name contains it: replay, sweep, read, decode, write, sign,
                              sidecar
            """;

    private Main() {}

    /// @return 0, or 2 where the arguments are wrong, 1 where something could not be measured
    static int run(String... arguments) throws RunnerException, InterruptedException, ExecutionException {
        String data = "";
        int seconds = 60;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--help") || argument.equals("-h")) {
                System.out.print(USAGE);
                return 0;
            }
            if (argument.equals("--data") && i + 1 < arguments.length) {
                data = Path.of(arguments[++i]).toAbsolutePath().toString();
                if (!Files.isDirectory(Path.of(data, "1h"))) {
                    System.err.println("aiquant bench: --data " + data + " has no folder 1h with hourly candles");
                    return 2;
                }
            } else if (argument.equals("--seconds") && i + 1 < arguments.length) {
                if (!arguments[++i].matches("[1-9]\\d{0,4}")) {
                    System.err.println("aiquant bench: --seconds must be 1 to 99999: " + arguments[i]);
                    return 2;
                }
                seconds = Integer.parseInt(arguments[i]);
            } else if (argument.startsWith("-")) {
                System.err.println("aiquant bench: unknown option " + argument + System.lineSeparator() + USAGE);
                return 2;
            } else {
                names.add(argument);
            }
        }
        System.setProperty(BenchData.FOLDER, data);
        System.out.println("candles: " + (data.isEmpty() ? "generated market" : data) + "; Java " + Runtime.version()
                + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        System.out.printf(Locale.ROOT, "%-18s %-28s %10s %8s %14s %14s%n", "what", "on", "ms", "+-", "rows", "rows/s");
        for (Case one : Case.all()) {
            if (isWanted(one.name(), names)) {
                print(one, measure(one, data));
            }
        }
        if (isWanted(Case.SIDECAR, names)) {
            try {
                SidecarBench.run(seconds);
            } catch (IOException e) {
                System.err.println("aiquant bench: sidecar could not be measured: " + e.getMessage());
                return 1;
            }
        }
        return 0;
    }

    private static boolean isWanted(String name, List<String> names) {
        return names.isEmpty() || names.stream().anyMatch(name::contains);
    }

    private static Collection<RunResult> measure(Case one, String data) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(one.benchmark())
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-D" + BenchData.FOLDER + "=" + data, "-Xmx1g", "--enable-native-access=ALL-UNNAMED");
        one.parameters().forEach(options::param);
        return new Runner(options.build()).run();
    }

    private static void print(Case one, Collection<RunResult> results) {
        for (RunResult result : results) {
            double ms = result.getPrimaryResult().getScore();
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %-28s %10.2f %8.2f %14d %14.0f%n",
                    one.name(),
                    one.on(),
                    ms,
                    result.getPrimaryResult().getScoreError(),
                    one.rows(),
                    one.rows() / ms * 1000.0);
        }
    }

    public static void main(String[] arguments) throws RunnerException, InterruptedException, ExecutionException {
        System.exit(run(arguments));
    }
}
