package aiquant.bench;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.LineReader;
import aiquant.sidecar.wire.MidsMessage;
import aiquant.sidecar.wire.QuoteStream;
import aiquant.sidecar.wire.SidecarClient;
import aiquant.sidecar.wire.SidecarException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The sidecar as it is started for real, in a process of its own: how long a price is on its way through it, and what
/// it costs. Exchange and client live in this process.
///
/// A duration begins before the exchange writes a frame and ends when the client holds its typed prices, so it is
/// longer
/// than the way through the sidecar alone. Beside it the same for a process that only passes texts on.
final class SidecarBench {

    /// System property with the path of the program that is started.
    static final String LAUNCHER = "aiquant.launcher";

    private static final int PER_SECOND = 2_000;
    private static final String ROW = "%-34s %10s %10s %10s%n";

    private final Path folder;
    private final int warmUpS;
    private final int measuredS;

    private SidecarBench(Path folder, int seconds) {
        this.folder = folder;
        this.warmUpS = seconds / 2;
        this.measuredS = seconds;
    }

    /// What one of the two processes needed.
    private record Figures(Latencies latencies, double cpuShare, double residentMiB, double peakMiB) {}

    private interface Receiver {
        /// Until the exchange hangs up.
        void run(QuoteLoad load, Latencies latencies) throws IOException;
    }

    /// @param seconds how long each process is measured, after half of that to warm up
    static void run(int seconds) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("aiquant-bench");
        try {
            SidecarBench bench = new SidecarBench(folder, seconds);
            Figures sidecar = bench.sidecar();
            Figures bare = bench.bareRelay();
            bench.print(sidecar, bare);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void print(Figures sidecar, Figures bare) {
        System.out.printf(
                Locale.ROOT,
                "sidecar: %d messages/s, %d symbols, %d s after %d s; prices that came: %d%n",
                PER_SECOND,
                QuoteLoad.SYMBOLS,
                measuredS,
                warmUpS,
                sidecar.latencies.count());
        System.out.printf(ROW, "what", "goal", "sidecar", "bare relay");
        row("exchange to client, p50, us", "200", sidecar.latencies.micros(0.5), bare.latencies.micros(0.5));
        row("exchange to client, p99, us", "1000", sidecar.latencies.micros(0.99), bare.latencies.micros(0.99));
        row("exchange to client, p99.9, us", "", sidecar.latencies.micros(0.999), bare.latencies.micros(0.999));
        row("exchange to client, longest, us", "", sidecar.latencies.micros(1), bare.latencies.micros(1));
        row("share of one core, %", "5", 100 * sidecar.cpuShare, 100 * bare.cpuShare);
        row("resident, MiB", "150", sidecar.residentMiB, bare.residentMiB);
        row("most resident ever, MiB", "", sidecar.peakMiB, bare.peakMiB);
    }

    private static void row(String what, String goal, double sidecar, double bare) {
        System.out.printf(
                ROW, what, goal, String.format(Locale.ROOT, "%.1f", sidecar), String.format(Locale.ROOT, "%.1f", bare));
    }

    private Figures sidecar() throws IOException, InterruptedException, ExecutionException {
        Path socket = folder.resolve("run").resolve("s");
        try (QuoteSource source = new QuoteSource();
                QuoteHistory history = new QuoteHistory(QuoteLoad.names())) {
            ProcessBuilder builder = new ProcessBuilder(
                            System.getProperty(LAUNCHER, "./aiquant"),
                            "sidecar",
                            "--exchange",
                            "simulator",
                            "--rest-url",
                            history.uri().toString(),
                            "--socket-url",
                            source.uri().toString(),
                            "--data-dir",
                            folder.resolve("data").toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(Map.of("AI_QUANT_WS_SIDECAR_SOCK", socket.toString()));
            List<Symbol> symbols = QuoteLoad.names().stream().map(Symbol::new).toList();
            return measure(source, builder, socket, (load, latencies) -> {
                try (SidecarClient client = new SidecarClient(socket, 5_000, 5_000);
                        QuoteStream stream = patiently(() -> QuoteStream.open(socket, List.of(), 5_000))) {
                    client.ensureStarted("bench", symbols, Optional.of(Interval.M1), 60, Optional.empty());
                    receive(stream, load, latencies);
                }
            });
        }
    }

    private static void receive(QuoteStream stream, QuoteLoad load, Latencies latencies) {
        try {
            while (true) {
                MidsMessage message = stream.next(5_000);
                long nanos = System.nanoTime();
                if (message.changed()) {
                    message.bests().values().forEach(best -> load.received(best.bid(), nanos, latencies));
                }
            }
        } catch (SidecarException e) {
            // The sidecar was ended.
        }
    }

    private Figures bareRelay() throws IOException, InterruptedException, ExecutionException {
        Path socket = folder.resolve("relay");
        try (QuoteSource source = new QuoteSource()) {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx32m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BareRelay.class.getName(),
                            socket.toString(),
                            source.uri().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            return measure(source, builder, socket, (load, latencies) -> {
                try (SocketChannel relay = patiently(() -> SocketChannel.open(UnixDomainSocketAddress.of(socket)))) {
                    receive(new LineReader(relay, 1 << 20), load, latencies);
                }
            });
        }
    }

    private static void receive(LineReader lines, QuoteLoad load, Latencies latencies) throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            long nanos = System.nanoTime();
            if (text.startsWith("{\"channel\":\"bbo\"")) {
                int from = text.indexOf("\"px\":\"") + 6;
                double bid = Double.parseDouble(text.substring(from, text.indexOf('"', from)));
                load.received(bid, nanos, latencies);
            }
        }
    }

    private Figures measure(QuoteSource source, ProcessBuilder builder, Path socket, Receiver receiver)
            throws IOException, InterruptedException, ExecutionException {
        Process process = builder.start();
        Latencies latencies = new Latencies(PER_SECOND * (measuredS + 1));
        QuoteLoad load = new QuoteLoad(source, PER_SECOND, warmUpS + measuredS);
        Thread client = Thread.ofPlatform().name("client").unstarted(() -> {
            try {
                receiver.run(load, latencies);
            } catch (IOException e) {
                System.err.println("aiquant bench: the client failed: " + e);
            }
        });
        try {
            awaitSocket(process, socket);
            client.start();
            source.awaitClient();
            load.run(warmUpS);
            load.count();
            ProcessFigures before = ProcessFigures.of(process);
            load.run(measuredS);
            ProcessFigures after = ProcessFigures.of(process);
            return new Figures(
                    latencies,
                    (after.cpuSeconds() - before.cpuSeconds()) / measuredS,
                    after.residentMiB(),
                    after.peakMiB());
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            client.join();
        }
    }

    private interface Opener<T> {
        T open() throws IOException;
    }

    /// The socket's file is there a moment before anybody listens.
    private static <T> T patiently(Opener<T> opener) throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return opener.open();
            } catch (IOException e) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        return opener.open();
    }

    private static void awaitSocket(Process process, Path socket) throws IOException {
        while (!Files.exists(socket)) {
            if (!process.isAlive()) {
                throw new IOException("the process ended with exit code " + process.exitValue());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
