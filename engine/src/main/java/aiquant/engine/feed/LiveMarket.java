package aiquant.engine.feed;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.util.List;

/// A market that a sidecar collects, and how long to wait for its candles.
///
/// @param name       of the exchange: `mainnet`, `testnet`, `simulator`
/// @param address    of the streams that the sidecar must collect from; empty where it is known to
/// @param symbols    at least one
/// @param clientId   under which the sidecar knows us
/// @param socket     where the sidecar listens
/// @param databases  the folder of the candle databases that it writes
/// @param deadlineMs so long after its end a round is waited for, in the time of the exchange
/// @param fillMs     how much longer, as long as the sidecar is filling the history of a symbol
/// @param startMs    so long without progress the history is waited for at the start, in real time
public record LiveMarket(
        String name,
        String address,
        Interval interval,
        List<Symbol> symbols,
        String clientId,
        Path socket,
        Path databases,
        long deadlineMs,
        long fillMs,
        long startMs) {
    private static final long DEADLINE_MS = 20_000;
    private static final long FILL_MS = 120_000;
    private static final long START_MS = 180_000;

    public LiveMarket {
        symbols = symbols.stream().distinct().sorted().toList();
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("a market needs at least one symbol");
        }
    }

    /// With the usual patience: a candle whose end the stream did not tell is there from the history after some
    /// seconds.
    public static LiveMarket of(
            String name, Interval interval, List<Symbol> symbols, String clientId, Path socket, Path databases) {
        return new LiveMarket(name, "", interval, symbols, clientId, socket, databases, DEADLINE_MS, FILL_MS, START_MS);
    }

    public LiveMarket withDeadline(long otherDeadlineMs, long otherFillMs) {
        return new LiveMarket(
                name, address, interval, symbols, clientId, socket, databases, otherDeadlineMs, otherFillMs, startMs);
    }

    public LiveMarket collectedFrom(String streams) {
        return new LiveMarket(
                name, streams, interval, symbols, clientId, socket, databases, deadlineMs, fillMs, startMs);
    }

    /// What a ledger's identity must begin with to belong to this market.
    public String identity() {
        StringBuilder text = new StringBuilder("sidecar " + name + " " + interval);
        symbols.forEach(symbol -> text.append(' ').append(symbol));
        return text.toString();
    }
}
