package aiquant.headless.soak;

import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.CandleSettings;
import aiquant.sidecar.Sidecar;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.VenueExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// A sidecar that can be killed.
///
/// It collects without being asked to, so that candles come in also while no client is there.
final class SidecarProcess implements AutoCloseable {

    static final List<Symbol> SYMBOLS = List.of(new Symbol("BTC"), new Symbol("kPEPE"), new Symbol("ARB"));
    static final List<Interval> INTERVALS = List.of(Interval.M1, Interval.M3, Interval.M5, Interval.M15);

    private final List<String> command;
    private Process process;

    SidecarProcess(Path folder, Endpoints endpoints, ScaledTime time) throws IOException {
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SidecarProcess.class.getName()));
        command.addAll(List.of(
                data(folder).toString(),
                socket(folder).toString(),
                endpoints.rest().toString(),
                endpoints.webSocket().toString(),
                String.valueOf(time.openMs()),
                String.valueOf(time.begunMs()),
                String.valueOf(time.speed())));
        process = begin();
    }

    static Path data(Path folder) {
        return folder.resolve("candles_dbs");
    }

    static Path socket(Path folder) {
        return folder.resolve("run").resolve("s");
    }

    private Process begin() throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException {
        process = begin();
    }

    /// Whether it runs, or ran until it was killed.
    boolean isAlive() {
        return process.isAlive();
    }

    /// Ends it in order.
    ///
    /// @return its exit code
    int end() throws InterruptedException {
        process.destroy();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Questions to the history are as far apart as they would be in real time: the exchange counts them by that.
    private static CandleSettings paced(double speed) {
        CandleSettings standard = CandleSettings.STANDARD;
        return new CandleSettings(
                true,
                standard.graceMs(),
                standard.persistMs(),
                (long) (standard.verifyGapMs() * speed),
                (long) (standard.verifySpacingMs() * speed),
                (long) (100 * speed),
                standard.maxInFlight(),
                standard.chunkBars(),
                standard.horizonsMs(),
                standard.keptForEver());
    }

    /// Arguments: data folder, socket, addresses of the exchange, and the three numbers of its time.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ScaledTime time = new ScaledTime(
                Long.parseLong(arguments[4]), Long.parseLong(arguments[5]), Double.parseDouble(arguments[6]));
        SidecarSettings settings = SidecarSettings.in(Path.of(arguments[0]), Path.of(arguments[1]))
                .with(paced(time.speed()))
                .warmed(
                        SYMBOLS.stream().map(Symbol::name).toList(),
                        INTERVALS.stream().map(Interval::text).toList());
        VenueExchange venue = new VenueExchange(
                Endpoints.of(arguments[2], arguments[3], Network.TESTNET), time, new SplittableRandom());
        Sidecar sidecar = Sidecar.start(settings, venue, time, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            sidecar.close();
            venue.close();
        }));
        Thread.currentThread().join();
    }
}
