package aiquant.engine.feed;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.MidsMessage;
import aiquant.sidecar.wire.SidecarClient;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/// Prices from the sidecar's socket, with the ages it says. It waits a second at most, so that ages of a quiet
/// market are renewed as well.
final class SocketQuotes implements QuoteLook {

    private static final int WAIT_MS = 1_000;
    private static final long REMIND_MS = 20_000;

    private final SidecarClient client;
    private final String clientId;
    private final List<Symbol> symbols;
    private final LongSupplier realMs;
    private long midsSeq;
    private long bboSeq;
    private long remindMs;

    /// @param realMs real time that never goes back: the sidecar forgets clients by real time
    SocketQuotes(SidecarClient client, String clientId, List<Symbol> symbols, LongSupplier realMs) {
        this.client = client;
        this.clientId = clientId;
        this.symbols = symbols;
        this.realMs = realMs;
        this.remindMs = realMs.getAsLong();
    }

    @Override
    public OptionalInt into(PriceBook book) throws IOException {
        if (realMs.getAsLong() >= remindMs) {
            client.ensureStarted(clientId, symbols, Optional.empty(), 1, Optional.empty());
            remindMs = realMs.getAsLong() + REMIND_MS;
        }
        MidsMessage message;
        try {
            message = client.waitMids(symbols, midsSeq, bboSeq, WAIT_MS);
        } catch (IOException e) {
            remindMs = realMs.getAsLong(); // whoever answers next may be a new sidecar, which does not know us
            throw e;
        }
        if (message.isReset()) {
            remindMs = realMs.getAsLong();
        }
        midsSeq = message.midsSeq();
        bboSeq = message.bboSeq();
        QuoteReading reading = new QuoteReading();
        message.mids().forEach((symbol, mid) -> reading.mid(symbol, mid.price(), stamp(book, mid.ageS())));
        message.bests()
                .forEach((symbol, best) -> reading.touch(symbol, best.bid(), best.ask(), stamp(book, best.ageS())));
        return OptionalInt.of(reading.into(book));
    }

    private static Stamp stamp(PriceBook book, double ageS) {
        return book.time().aged(PriceSource.SOCKET, Math.round(ageS * 1_000));
    }

    @Override
    public void close() {
        client.close();
    }
}
