package aiquant.sidecar;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.SidecarClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// A sidecar in a process of its own, so that it can be killed: fill after fill and candle after candle come in, and
/// each fill that the log has taken is printed.
///
/// Arguments: the data folder, the socket, the first fill's number.
final class SidecarProcess {

    static final String USER = "0x00000000000000000000000000000000000000aa";
    static final long START = 1_760_000_400_000L;
    static final long MINUTE = 60_000;

    private SidecarProcess() {}

    static SidecarSettings settings(Path data, Path socket) {
        SidecarSettings plain = SidecarSettings.in(data, socket);
        return new SidecarSettings(
                socket,
                data,
                plain.marketDatabase(),
                plain.candles(),
                true,
                Optional.empty(),
                Optional.empty(),
                90_000,
                Set.of(new Symbol("BTC")),
                Set.of(Interval.M1),
                100,
                60_000);
    }

    static Truth truth() {
        return new Truth("BTC", Interval.M1, START - 300 * MINUTE, START + 2_000 * MINUTE, 0.1, 3);
    }

    public static void main(String[] arguments) throws IOException {
        long fill = Long.parseLong(arguments[2]);
        AtomicLong now = new AtomicLong(START + fill * MINUTE / 10);
        InstantSource clock = () -> Instant.ofEpochMilli(now.get());
        Truth truth = truth();
        LoopbackExchange exchange = new LoopbackExchange(clock, truth);
        Sidecar sidecar = Sidecar.start(settings(Path.of(arguments[0]), Path.of(arguments[1])), exchange, clock);
        try (sidecar;
                SidecarClient client = new SidecarClient(Path.of(arguments[1]), 5_000, 5_000)) {
            client.ensureStarted("child", Set.of(), Optional.empty(), 100, Optional.of(USER));
            while (!exchange.lines.containsKey(USER)) {
                Thread.onSpinWait();
            }
            while (true) {
                exchange.account(USER).say(LoopbackExchange.fill(START, fill, fill));
                truth.current(now.get()).forEach(bar -> exchange.market().say(bar));
                System.out.println(fill++);
                now.addAndGet(MINUTE / 10);
            }
        }
    }
}
