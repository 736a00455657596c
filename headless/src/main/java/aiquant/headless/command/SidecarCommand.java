package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.exchange.Endpoints;
import aiquant.exchange.VenueTime;
import aiquant.headless.SystemdNotify;
import aiquant.sidecar.HistoryException;
import aiquant.sidecar.Sidecar;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.VenueExchange;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The market-data process.
@Command(
        name = "sidecar",
        description = {
            "Collects market data: streams in, candle databases and a socket for clients out. It holds no key.",
            "One runs per user; Ctrl-C or SIGTERM ends it with everything written."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class SidecarCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(1);

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
            description = "Collected also while no client asks for them, such as BTC,kPEPE.")
    private List<String> symbols = List.of();

    @Option(
            names = "--intervals",
            paramLabel = "LENGTHS",
            split = ",",
            description = "Candles of the symbols above, such as 1m,1h.")
    private List<String> intervals = List.of();

    @Mixin
    private TimeLimit limit = new TimeLimit();

    private List<String> overdue = List.of();
    private boolean isClockWrong;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Environment environment = folder.environment();
        SidecarSettings settings = exchange.exchange().sidecar(environment).warmed(symbols, intervals);
        Endpoints endpoints = exchange.endpoints(environment);
        SystemdNotify systemd = new SystemdNotify(environment.notifySocket());
        InstantSource here = InstantSource.system();
        VenueTime time = new VenueTime(here, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        try (StopSignal stop = StopSignal.listen();
                VenueExchange venue = askedForTime(VenueExchange.keeping(time, endpoints, new SplittableRandom()));
                Sidecar sidecar = Sidecar.start(settings, venue, time, here)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("socket    " + settings.socket());
            out.println("databases " + settings.folder());
            out.println("exchange  " + endpoints.rest() + "  " + endpoints.webSocket());
            out.println("clock     " + time.text());
            out.flush();
            systemd.send("READY=1\nSTATUS=collecting from " + endpoints.webSocket());
            limit.run(stop, LOOK, () -> look(sidecar, time, systemd));
            systemd.send("STOPPING=1");
        }
        return 0;
    }

    /// Bars are closed by the exchange's time, so it is asked before anything is collected; without an answer this
    /// machine's time has to do until there is one.
    private VenueExchange askedForTime(VenueExchange venue) throws InterruptedException {
        try {
            venue.keepTime();
        } catch (HistoryException e) {
            tell("the exchange did not tell its time (" + e.getMessage() + "); it is asked again");
        }
        return venue;
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /// The watchdog is only fed while every part shows signs of life.
    private void look(Sidecar sidecar, VenueTime time, SystemdNotify systemd) {
        if (time.isWrong() != isClockWrong) {
            isClockWrong = time.isWrong();
            tell(isClockWrong ? time.text() : "the clock is right again: " + time.text());
        }
        List<String> now = sidecar.overdue();
        if (now.isEmpty()) {
            systemd.send("WATCHDOG=1");
        }
        if (!now.equals(overdue)) {
            overdue = now;
            tell(now.isEmpty() ? "all parts are alive" : "without a sign of life: " + now);
        }
    }
}
