package aiquant.headless.command;

import aiquant.exchange.action.Address;
import aiquant.kernel.market.Interval;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.server.Fault;
import aiquant.simulator.server.GeneratedExchange;
import aiquant.simulator.server.Simulator;
import aiquant.simulator.server.SimulatorClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A local exchange to try things on.
@Command(
        name = "simulate",
        description = {
            "Runs a local exchange that speaks Hyperliquid's protocol on this machine only: generated markets,",
            "real checks of signatures and margins, and faults on demand. Ctrl-C ends it; nothing is kept."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class SimulateCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rest-port", paramLabel = "PORT", defaultValue = "61020", description = "0 takes any free one.")
    private int restPort;

    @Option(names = "--socket-port", paramLabel = "PORT", defaultValue = "61021", description = "0 takes any free one.")
    private int socketPort;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another market; the same number gives the same one everywhere.")
    private long seed = MarketGenerator.DEMO_SEED;

    @Option(
            names = "--interval",
            paramLabel = "LENGTH",
            defaultValue = "1m",
            description = "Length of the candles the market is generated from.")
    private String interval = "1m";

    @Option(
            names = "--history",
            paramLabel = "BARS",
            defaultValue = "5000",
            description = "Candles of that length from before the exchange opened.")
    private int history;

    @Option(names = "--speed", paramLabel = "FACTOR", defaultValue = "1", description = "How fast its time passes.")
    private double speed;

    @Option(
            names = "--account",
            paramLabel = "ADDRESS=USD",
            description = "An account and what is in it; may be repeated.")
    private List<String> accounts = new ArrayList<>();

    @Option(
            names = "--agent",
            paramLabel = "ACCOUNT=WALLET",
            description = "A wallet that may sign for an account; may be repeated.")
    private List<String> agents = new ArrayList<>();

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "Faults from the beginning, one JSON object a line, such as"
                    + " {\"place\":\"frame:bbo\",\"effect\":\"drop\",\"probability\":0.1}.")
    private @Nullable Path faults;

    @Mixin
    private TimeLimit limit = new TimeLimit();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (history < 0 || history > 100_000) {
            throw new IllegalArgumentException("--history must lie in 0..100000: " + history);
        }
        Interval length = Interval.of(interval);
        List<Fault> planned = planned();
        InstantSource wall = InstantSource.system();
        long openMs = Math.floorDiv(wall.millis(), length.lengthMs()) * length.lengthMs();
        SimulatorClock clock = SimulatorClock.scaled(wall, speed == 1 ? wall.millis() : openMs, speed);
        try (StopSignal stop = StopSignal.listen();
                Simulator simulator = GeneratedExchange.start(
                        seed,
                        length,
                        openMs,
                        history,
                        settings -> settings.onPorts(restPort, socketPort),
                        clock,
                        wall)) {
            accounts.forEach(text -> fund(simulator, text));
            agents.forEach(text -> approve(simulator, text, clock.nowMs()));
            planned.forEach(simulator::addFault);
            print(simulator);
            limit.run(stop, Duration.ofSeconds(1), () -> {});
        }
        return 0;
    }

    private void print(Simulator simulator) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("REST      " + simulator.restUri() + "   (POST /info, /exchange; faults: POST /simulator)");
        out.println("WebSocket " + simulator.socketUri());
        out.println("Signatures must be for testnet. Seed " + seed + ", candles of " + interval + ", time passes "
                + speed + " times as fast. Ctrl-C ends it.");
        out.flush();
    }

    private static void fund(Simulator simulator, String text) {
        String[] parts = parts("--account", text, "0x…=10000");
        try {
            BigDecimal usd = new BigDecimal(parts[1]);
            if (usd.signum() <= 0) {
                throw new IllegalArgumentException("--account " + text + ": the amount must be positive");
            }
            simulator.fund(new Address(parts[0]).text(), usd);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--account " + text + ": '" + parts[1] + "' is no amount", e);
        }
    }

    private static void approve(Simulator simulator, String text, long nowMs) {
        String[] parts = parts("--agent", text, "0x…=0x…");
        simulator.approveAgent(
                new Address(parts[0]).text(),
                new Address(parts[1]).text(),
                "simulated",
                nowMs + Duration.ofDays(180).toMillis());
    }

    private static String[] parts(String option, String text, String example) {
        String[] parts = text.split("=", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(option + " " + text + ": write " + example);
        }
        return parts;
    }

    private List<Fault> planned() throws IOException {
        List<Fault> planned = new ArrayList<>();
        if (faults == null) {
            return planned;
        }
        int number = 0;
        for (String line : Files.readAllLines(faults)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                planned.add(Fault.of(JSON.readTree(line)));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(faults + ", line " + number + ": not JSON: " + line, e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(faults + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        return planned;
    }
}
