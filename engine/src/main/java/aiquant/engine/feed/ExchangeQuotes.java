package aiquant.engine.feed;

import aiquant.exchange.InfoClient;
import aiquant.exchange.InfoRequest;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.wire.L2Book;
import aiquant.kernel.market.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;

/// Prices asked of the exchange itself, sparingly: middle prices of all while neither socket nor database has new
/// ones, and the book of a symbol for which somebody waits.
final class ExchangeQuotes implements QuoteLook {

    private static final long MIDS_EVERY_MS = 5_000;
    private static final long BOOK_EVERY_MS = 2_000;
    private static final int MOST_BOOKS = 8;
    private static final Set<PriceSource> OTHERS = Set.of(PriceSource.SOCKET, PriceSource.DATABASE);

    private final InfoClient client;
    private final List<Symbol> symbols;
    private final long freshMidMs;
    private final long freshTouchMs;
    private final LongSupplier realMs;
    private final Map<Symbol, Long> askedMs = new HashMap<>();
    private long midsAskedMs;

    /// @param freshMidMs a middle price of the others that is no older makes asking needless
    /// @param freshTouchMs likewise for bid and ask
    /// @param realMs real time that never goes back: the exchange counts questions by real time
    ExchangeQuotes(InfoClient client, List<Symbol> symbols, long freshMidMs, long freshTouchMs, LongSupplier realMs) {
        this.client = client;
        this.symbols = symbols;
        this.freshMidMs = freshMidMs;
        this.freshTouchMs = freshTouchMs;
        this.realMs = realMs;
        this.midsAskedMs = realMs.getAsLong() - MIDS_EVERY_MS;
    }

    @Override
    public OptionalInt into(PriceBook book) throws IOException, InterruptedException {
        QuoteReading reading = new QuoteReading();
        boolean hasAsked = askMids(book, reading);
        hasAsked |= askBooks(book, reading);
        int refused = reading.into(book);
        return hasAsked ? OptionalInt.of(refused) : OptionalInt.empty();
    }

    private boolean askMids(PriceBook book, QuoteReading reading) throws IOException, InterruptedException {
        boolean isDue = realMs.getAsLong() - midsAskedMs >= MIDS_EVERY_MS;
        if (!isDue || book.withoutMid(symbols, OTHERS, freshMidMs).isEmpty()) {
            return false;
        }
        midsAskedMs = realMs.getAsLong();
        long sentMs = book.time().steadyMs().getAsLong();
        Map<String, BigDecimal> mids = client.ask(InfoRequest.allMids(), Priority.NORMAL);
        // The answer says no time: it is at most as old as the question.
        Stamp stamp =
                book.time().aged(PriceSource.EXCHANGE, book.time().steadyMs().getAsLong() - sentMs);
        for (Symbol symbol : symbols) {
            Optional.ofNullable(mids.get(symbol.name())).ifPresent(price -> reading.mid(symbol, price, stamp));
        }
        return true;
    }

    private boolean askBooks(PriceBook book, QuoteReading reading) throws IOException, InterruptedException {
        int asked = 0;
        for (Symbol symbol : book.wanted()) {
            long nowMs = realMs.getAsLong();
            boolean isDue = nowMs - askedMs.getOrDefault(symbol, nowMs - BOOK_EVERY_MS) >= BOOK_EVERY_MS;
            if (isDue && asked < MOST_BOOKS && book.touch(symbol, freshTouchMs).isEmpty()) {
                askedMs.put(symbol, nowMs);
                asked++;
                client.ask(InfoRequest.l2Book(symbol.name()), Priority.NORMAL)
                        .ifPresent(answer -> best(symbol, answer, book.time(), reading));
            }
        }
        return asked > 0;
    }

    private static void best(Symbol symbol, L2Book answer, MarketTime time, QuoteReading reading) {
        if (answer.bids().isEmpty() || answer.asks().isEmpty()) {
            return; // a side without orders has no price
        }
        time.dated(PriceSource.EXCHANGE, answer.timeMs())
                .ifPresentOrElse(
                        stamp -> reading.touch(
                                symbol,
                                answer.bids().getFirst().px(),
                                answer.asks().getFirst().px(),
                                stamp),
                        reading::refuse);
    }

    @Override
    public void close() {}
}
