package aiquant.engine;

import aiquant.config.RiskLimits;
import aiquant.engine.feed.CandleRounds;
import aiquant.engine.feed.MarketTime;
import aiquant.engine.feed.PriceBook;
import aiquant.engine.feed.PriceSource;
import aiquant.engine.feed.Round;
import aiquant.engine.feed.RoundSource;
import aiquant.engine.feed.Stamp;
import aiquant.engine.feed.Touch;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.SqliteLedger;
import aiquant.engine.risk.KillLevel;
import aiquant.engine.shadow.LedgerTrades;
import aiquant.engine.venue.FillRules;
import aiquant.engine.venue.Instruments;
import aiquant.engine.venue.QuoteVenue;
import aiquant.exchange.Precision;
import aiquant.kernel.market.Candle;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.money.Price;
import aiquant.money.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Steps an engine by hand over stored candles while the market quotes a spread around each close; orders are
/// filled at these quotes, on ticks and lots.
final class QuoteRun implements AutoCloseable {
    private static final int LOT_DECIMALS = 2;

    private final RoundSource source;
    private final SqliteLedger ledger;
    private final LedgerReader reader;
    private final SteppedClockwork clockwork = new SteppedClockwork();
    private final PriceBook prices =
            new PriceBook(new MarketTime(() -> Instant.ofEpochMilli(clockwork.millis()), clockwork::steadyMs));
    private final QuoteVenue venue;
    private final BigDecimal halfSpread;
    private final long knownUntilMs;
    final Engine engine;

    /// @param halfSpread as a part of the price
    QuoteRun(Path file, StrategyParams params, List<CandleSeries> candles, int lookback, String halfSpread) {
        source = new CandleRounds(candles);
        this.halfSpread = new BigDecimal(halfSpread);
        ledger = SqliteLedger.open(file);
        reader = LedgerReader.open(file);
        Map<Symbol, Precision> steps = new HashMap<>();
        source.symbols().forEach(symbol -> steps.put(symbol, Precision.perp(LOT_DECIMALS)));
        Instruments instruments = new Instruments(Optional.of(steps));
        venue = new QuoteVenue(prices, instruments, FillRules.STANDARD, clockwork);
        engine = new Engine(
                new EngineSetup(
                        Mode.PAPER,
                        "test",
                        CompiledStrategy.of(params),
                        "config",
                        "test",
                        RiskLimits.OFF,
                        Usd.of("10000"),
                        lookback,
                        source,
                        KillLevel.ACTIVE,
                        instruments),
                ledger,
                History.of(reader),
                venue,
                () -> Instant.ofEpochMilli(clockwork.millis()),
                speed -> {});
        knownUntilMs = engine.book().lastDecidedMs();
    }

    /// Runs to the end of the candles, or until that is true after a step.
    QuoteRun run(Predicate<QuoteRun> isOver) throws InterruptedException {
        for (Optional<Round> round = source.next(); round.isPresent(); round = source.next()) {
            boolean isKnown = round.get().timeMs() <= knownUntilMs;
            if (!isKnown) {
                quote(round.get());
            }
            engine.offer(round.get());
            boolean isBusy = true;
            while (isBusy) {
                isBusy = engine.step();
                if (isOver.test(this)) {
                    return this;
                }
                if (!isBusy && !isKnown && !clockwork.isIdle()) {
                    clockwork.advance(50);
                    isBusy = true;
                }
            }
        }
        return this;
    }

    private void quote(Round round) {
        Map<Symbol, Touch> touches = new HashMap<>();
        MathContext down = new MathContext(5, RoundingMode.DOWN);
        MathContext up = new MathContext(5, RoundingMode.UP);
        Stamp now = new Stamp(PriceSource.SOCKET, clockwork.millis(), clockwork.steadyMs());
        for (Candle candle : round.candles()) {
            BigDecimal close = BigDecimal.valueOf(candle.close());
            touches.put(
                    candle.symbol(),
                    new Touch(
                            new Price(close.multiply(BigDecimal.ONE.subtract(halfSpread), down)),
                            new Price(close.multiply(BigDecimal.ONE.add(halfSpread), up)),
                            now));
        }
        prices.take(touches, Map.of());
    }

    LedgerTrades trades() {
        return LedgerTrades.read(reader);
    }

    List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        reader.entries(1L, entry -> kinds.add(entry.kind()));
        return kinds;
    }

    /// As if the process had been killed: what was not committed is lost.
    @Override
    public void close() {
        venue.close();
        reader.close();
        ledger.close();
    }
}
