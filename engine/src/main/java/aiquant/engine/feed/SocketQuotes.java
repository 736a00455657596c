package aiquant.engine.feed;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.MidsMessage;
import aiquant.sidecar.wire.QuoteStream;
import aiquant.sidecar.wire.SidecarClient;
import aiquant.sidecar.wire.SidecarException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/// Prices from the sidecar's socket as they change, with the ages it says. All of them come once a second, so that ages
/// of a quiet market are renewed as well.
final class SocketQuotes implements QuoteLook {

    private static final long CONNECT_MS = 1_000;
    private static final long SILENCE_MS = 3_000;
    private static final long REMIND_MS = 20_000;

    private final Path socket;
    private final SidecarClient client;
    private final String clientId;
    private final List<Symbol> symbols;
    private final LongSupplier realMs;
    private Optional<QuoteStream> stream = Optional.empty();
    private long remindMs;

    /// @param client says what is wanted
    /// @param realMs real time that never goes back: the sidecar forgets clients by real time
    SocketQuotes(Path socket, SidecarClient client, String clientId, List<Symbol> symbols, LongSupplier realMs) {
        this.socket = socket;
        this.client = client;
        this.clientId = clientId;
        this.symbols = symbols;
        this.realMs = realMs;
        this.remindMs = realMs.getAsLong();
    }

    @Override
    public OptionalInt into(PriceBook book) throws IOException {
        try {
            MidsMessage message = stream().next(SILENCE_MS);
            QuoteReading reading = new QuoteReading();
            message.mids().forEach((symbol, mid) -> reading.mid(symbol, mid.price(), stamp(book, mid.ageS())));
            message.bests()
                    .forEach((symbol, best) -> reading.touch(symbol, best.bid(), best.ask(), stamp(book, best.ageS())));
            return OptionalInt.of(reading.into(book));
        } catch (IOException e) {
            closeStream(); // whoever answers next may be a new sidecar, which does not know us
            throw e;
        }
    }

    private QuoteStream stream() throws SidecarException {
        boolean isNew = stream.isEmpty();
        if (isNew) {
            stream = Optional.of(QuoteStream.open(socket, symbols, CONNECT_MS));
        }
        if (isNew || realMs.getAsLong() >= remindMs) {
            client.ensureStarted(clientId, symbols, Optional.empty(), 1, Optional.empty());
            remindMs = realMs.getAsLong() + REMIND_MS;
        }
        return stream.get();
    }

    private void closeStream() {
        stream.ifPresent(QuoteStream::close);
        stream = Optional.empty();
    }

    private static Stamp stamp(PriceBook book, double ageS) {
        return book.time().aged(PriceSource.SOCKET, Math.round(ageS * 1_000));
    }

    @Override
    public void close() {
        closeStream();
        client.close();
    }
}
