package aiquant.headless.command;

import aiquant.headless.command.Failures.CommandFailed;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.CandleSettings;
import aiquant.sidecar.Sidecar;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.VenueExchange;
import aiquant.sidecar.wire.SidecarClient;
import aiquant.sidecar.wire.SidecarException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `aiquant candles download`: the history the exchange still has, into the data folder's databases.
@Command(
        name = "download",
        description = {
            "Downloads the candles the exchange still has: the last 5000 of each interval at most.",
            "What is there already is not asked for again, so an interrupted download goes on where it was."
        })
final class CandlesDownloadCommand implements Callable<Integer> {
    private static final int MOST_BARS = 5000;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long TELL_MS = 2000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExchangeOptions exchange = new ExchangeOptions();

    @Mixin
    private DataFolder folder = new DataFolder();

    @Option(
            names = "--symbols",
            paramLabel = "NAMES",
            split = ",",
            description = "Such as BTC,kPEPE. Default: everything that is listed.")
    private List<String> symbols = List.of();

    @Option(
            names = "--intervals",
            paramLabel = "LENGTHS",
            split = ",",
            defaultValue = "1h",
            description = "Such as 1m,15m,1h. Default: 1h.")
    private List<String> intervals = List.of("1h");

    @Option(names = "--bars", paramLabel = "N", defaultValue = "5000", description = "Of each interval; 5000 at most.")
    private int bars;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (bars < 1 || bars > MOST_BARS) {
            throw new IllegalArgumentException("--bars must lie in 1..5000: " + bars);
        }
        List<Interval> lengths =
                intervals.stream().map(text -> Interval.of(text.strip())).toList();
        Path run = Files.createTempDirectory("aiquant");
        InstantSource clock = InstantSource.system();
        SidecarSettings usual = exchange.exchange().sidecar(folder.environment());
        SidecarSettings settings = new SidecarSettings(
                run.resolve("download.sock"),
                usual.folder(),
                usual.marketDatabase(),
                byHistoryAlone(),
                false,
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(10).toMillis(),
                Set.of(),
                Set.of(),
                1,
                Duration.ofMinutes(1).toMillis());
        try (StopSignal stop = StopSignal.listen();
                VenueExchange venue =
                        new VenueExchange(exchange.endpoints(folder.environment()), clock, new SplittableRandom())) {
            List<Symbol> wanted = wanted(venue);
            try (Sidecar sidecar = Sidecar.start(settings, venue, clock);
                    SidecarClient client = new SidecarClient(settings.socket(), 5_000, 10_000)) {
                for (Interval length : lengths) {
                    client.ensureStarted("download " + length, wanted, Optional.of(length), bars, Optional.empty());
                }
                return watch(sidecar, client, wanted, lengths, stop);
            }
        } finally {
            delete(run);
        }
    }

    private static void delete(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static CandleSettings byHistoryAlone() {
        CandleSettings standard = CandleSettings.STANDARD;
        return new CandleSettings(
                false,
                standard.graceMs(),
                standard.persistMs(),
                standard.verifyGapMs(),
                standard.verifySpacingMs(),
                standard.spacingMs(),
                standard.maxInFlight(),
                standard.chunkBars(),
                standard.horizonsMs(),
                Set.of(Interval.values()));
    }

    private List<Symbol> wanted(VenueExchange venue) throws IOException, InterruptedException {
        List<Symbol> listed = venue.history().universe();
        if (symbols.isEmpty()) {
            return listed;
        }
        Set<Symbol> known = new HashSet<>(listed);
        List<Symbol> wanted = new ArrayList<>();
        for (String name : symbols) {
            Symbol symbol = new Symbol(name.strip());
            if (!known.contains(symbol)) {
                throw new IllegalArgumentException(
                        "--symbols " + name + ": the exchange does not list it; names are" + " case-sensitive");
            }
            wanted.add(symbol);
        }
        return wanted;
    }

    /// Until everything is there, or the person has enough.
    private int watch(
            Sidecar sidecar, SidecarClient client, List<Symbol> wanted, List<Interval> lengths, StopSignal stop)
            throws SidecarException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        long begun = System.nanoTime();
        long told = begun;
        String last = "";
        long first = -1;
        while (true) {
            Progress progress = progress(client, wanted, lengths);
            first = first < 0 ? progress.have : first;
            boolean isDone = progress.ready == progress.series;
            if (isDone || System.nanoTime() - told >= TimeUnit.MILLISECONDS.toNanos(TELL_MS)) {
                told = System.nanoTime();
                String line = progress.line(first, (told - begun) / 1e9);
                if (!line.equals(last)) {
                    last = line;
                    err.println(line);
                    err.flush();
                }
            }
            if (isDone) {
                return 0;
            }
            if (!sidecar.overdue().isEmpty()) {
                throw new CommandFailed("the download hangs, without a sign of life are " + sidecar.overdue()
                        + "; what was downloaded is kept");
            }
            if (stop.comesWithin(LOOK)) {
                throw new CommandFailed("stopped; what was downloaded is kept, the same command goes on from there");
            }
        }
    }

    private static Progress progress(SidecarClient client, List<Symbol> wanted, List<Interval> lengths)
            throws SidecarException {
        Progress progress = new Progress();
        for (Interval length : lengths) {
            for (JsonNode item : client.candlesHealth(wanted, length).path("items")) {
                boolean isReady = item.path("ready").asBoolean();
                long have = item.path("have_count").asLong();
                progress.series++;
                progress.ready += isReady ? 1 : 0;
                progress.have += have;
                progress.expected += isReady
                        ? have
                        : Math.max(have, item.path("expected_count").asLong());
                String error = item.path("last_err_backfill").asText("");
                progress.error = error.isEmpty() || error.equals("null") ? progress.error : error;
            }
        }
        return progress;
    }

    private static final class Progress {
        private int series;
        private int ready;
        private long have;
        private long expected;
        private String error = "";

        String line(long first, double seconds) {
            double rate = (have - first) / Math.max(seconds, 1e-3);
            String left = ready == series || rate <= 0
                    ? ""
                    : String.format(Locale.ROOT, ", %,.0f s left", (expected - have) / rate);
            return String.format(
                    Locale.ROOT,
                    "%d of %d series complete, %,d candles%s%s",
                    ready,
                    series,
                    have,
                    left,
                    error.isEmpty() ? "" : "; last problem: " + error);
        }
    }
}
