package aiquant.headless.command;

import aiquant.engine.feed.MarketData;
import aiquant.engine.feed.MarketTime;
import aiquant.engine.venue.FillRules;
import aiquant.engine.venue.Instruments;
import aiquant.engine.venue.QuoteVenue;
import aiquant.exchange.Clockwork;
import aiquant.exchange.Endpoints;
import aiquant.exchange.HttpSettings;
import aiquant.exchange.InfoClient;
import aiquant.exchange.InfoException;
import aiquant.exchange.InfoRequest;
import aiquant.exchange.RateBudget;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.ScaledClockwork;
import aiquant.exchange.SystemClockwork;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// All that paper needs to be filled at the market's quotes: prices, the exchange's steps, and the venue over both.
final class QuoteFills implements AutoCloseable {
    private static final long LONGEST_WAIT_MS = 10_000;

    private final SystemClockwork clockwork;
    private final InfoClient client;
    private final MarketData prices;
    private final Instruments instruments;
    private final QuoteVenue venue;

    /// Where the market is.
    ///
    /// @param socket of the sidecar
    /// @param databases the folder the sidecar writes
    /// @param interval of the bars that decide
    /// @param clock the exchange's time, shared with the sidecar and the engine
    /// @param speed how fast that passes; 1 for real time
    record Market(
            Endpoints endpoints,
            Path socket,
            Path databases,
            List<Symbol> symbols,
            Interval interval,
            String clientId,
            InstantSource clock,
            double speed) {}

    /// @throws IllegalArgumentException if the exchange does not say in which steps the symbols trade, or does not list
    /// one
    static QuoteFills open(Market market, RandomGenerator random) throws InterruptedException {
        SystemClockwork clockwork = new SystemClockwork(InstantSource.system());
        InfoClient client = new InfoClient(
                market.endpoints(),
                HttpSettings.STANDARD,
                new RateBudget(clockwork, random),
                LONGEST_WAIT_MS,
                clockwork,
                random);
        try {
            return new QuoteFills(market, clockwork, client, instruments(client, market), random);
        } catch (IllegalArgumentException | InterruptedException e) {
            client.close();
            clockwork.close();
            throw e;
        }
    }

    private static Instruments instruments(InfoClient client, Market market) throws InterruptedException {
        Instruments listed;
        try {
            listed = Instruments.of(client.ask(InfoRequest.meta(), Priority.NORMAL));
        } catch (InfoException e) {
            throw new IllegalArgumentException(
                    "the exchange at " + market.endpoints().rest() + " did not say in which steps it trades ("
                            + e.getMessage() + "); start again when it answers, or use --fills model",
                    e);
        }
        for (Symbol symbol : market.symbols()) {
            if (!listed.isListed(symbol)) {
                throw new IllegalArgumentException("the exchange does not list " + symbol);
            }
        }
        return listed;
    }

    private QuoteFills(
            Market market,
            SystemClockwork clockwork,
            InfoClient client,
            Instruments instruments,
            RandomGenerator random) {
        this.clockwork = clockwork;
        this.client = client;
        this.instruments = instruments;
        MarketTime time =
                market.speed() == 1 ? MarketTime.of(market.clock()) : MarketTime.scaled(market.clock(), market.speed());
        Clockwork pace =
                market.speed() == 1 ? clockwork : new ScaledClockwork(clockwork, market.clock(), market.speed());
        prices = MarketData.start(
                new MarketData.Sources(
                        market.clientId() + "-prices",
                        Optional.of(market.socket()),
                        Optional.of(market.databases()),
                        Optional.of(client)),
                market.symbols(),
                time,
                random);
        venue = new QuoteVenue(
                prices.prices(),
                instruments,
                FillRules.STANDARD.onBarsOf(market.interval().lengthMs()),
                pace);
    }

    QuoteVenue venue() {
        return venue;
    }

    Instruments instruments() {
        return instruments;
    }

    MarketData prices() {
        return prices;
    }

    /// To be closed after the engine that trades through it.
    @Override
    public void close() {
        venue.close();
        prices.close();
        client.close();
        clockwork.close();
    }
}
