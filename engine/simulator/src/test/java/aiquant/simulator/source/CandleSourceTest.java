package aiquant.simulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.VenueCandle;
import aiquant.simulator.order.Side;
import aiquant.simulator.venue.Switch;
import aiquant.simulator.venue.VenueModel;
import aiquant.simulator.venue.VenueRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandleSourceTest {

    private static final long START_MS = 1_800_000_000_000L;
    private static final long MINUTE_MS = 60_000;
    private static final List<Symbol> SYMBOLS =
            Stream.of("BTC", "ETH", "kPEPE", "XRP").map(Symbol::new).toList();

    @Test
    void buildsTheCandlesItIsMadeOf() {
        VenueModel venue = generated(5, VenueRules.standard());
        MarketGenerator truth = new MarketGenerator(5, SYMBOLS, START_MS, Interval.M1);

        venue.advanceTo(START_MS + 40 * MINUTE_MS - 1);

        for (int bar = 0; bar < 40; bar++) {
            for (Candle candle : truth.next()) {
                VenueCandle built = venue.queries()
                        .candles(candle.symbol().name(), CandleInterval.M1, candle.openTimeMs(), candle.openTimeMs())
                        .getFirst();
                assertThat(asCandle(candle, built)).isEqualTo(candle);
                assertThat(built.closeMs()).isEqualTo(candle.closeTimeMs());
                assertThat(built.trades()).isEqualTo(12);
            }
        }
    }

    @Test
    void keepsABookOfTwentyLevelsAroundEachPrint() {
        VenueModel venue = generated(6, VenueRules.standard());

        for (int minute = 1; minute <= 15; minute++) {
            venue.advanceTo(START_MS + minute * MINUTE_MS);
            for (Symbol symbol : SYMBOLS) {
                var bids = venue.queries().book(symbol.name(), Side.BUY);
                var asks = venue.queries().book(symbol.name(), Side.SELL);
                assertThat(bids).hasSize(20);
                assertThat(asks).hasSize(20);
                assertThat(bids.getFirst().price()).isLessThan(asks.getFirst().price());
            }
        }
        assertThat(venue.queries().context("BTC").impactAsk()).isPresent();
        assertThat(venue.queries().context("BTC").premium()).isPresent();
        assertThat(venue.queries().fundingHistory("BTC", 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void buildsLongerCandlesFromTheSamePrints() {
        VenueModel venue = generated(7, VenueRules.standard());

        venue.advanceTo(START_MS + 60 * MINUTE_MS - 1);

        List<VenueCandle> minutes =
                venue.queries().candles("ETH", CandleInterval.M1, START_MS, START_MS + 60 * MINUTE_MS - 1);
        VenueCandle hour = venue.queries().candle("ETH", CandleInterval.H1).orElseThrow();
        assertThat(hour.open()).isEqualByComparingTo(minutes.getFirst().open());
        assertThat(hour.close()).isEqualByComparingTo(minutes.getLast().close());
        assertThat(hour.trades()).isEqualTo(12 * 60);
        assertThat(hour.volume())
                .isEqualByComparingTo(
                        minutes.stream().map(VenueCandle::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void leavesEmptyIntervalsOutOrFlat() {
        for (boolean areAbsent : List.of(false, true)) {
            VenueRules rules = VenueRules.standard();
            Symbol btc = new Symbol("BTC");
            List<List<Candle>> rounds = List.of(
                    List.of(new Candle(btc, Interval.M1, START_MS, 100_000, 100_010, 99_990, 100_005, 2.5)),
                    List.of(new Candle(btc, Interval.M1, START_MS + MINUTE_MS, 100_005, 100_005, 100_005, 100_005, 0)),
                    List.of(new Candle(
                            btc, Interval.M1, START_MS + 2 * MINUTE_MS, 100_001, 100_001, 100_001, 100_001, 0.00001)));
            VenueModel venue = new VenueModel(
                    areAbsent ? rules.with(Switch.NO_CANDLE_FOR_EMPTY_INTERVAL) : rules,
                    DemoUniverse.assets(),
                    START_MS,
                    1,
                    new CandleSource(rounds.iterator(), DemoUniverse.grids(), 8, 1));

            venue.advanceTo(START_MS + 3 * MINUTE_MS - 1);

            List<VenueCandle> candles = venue.queries().candles("BTC", CandleInterval.M1, START_MS, Long.MAX_VALUE);
            assertThat(candles).hasSize(areAbsent ? 2 : 3);
            assertThat(candles.getLast().volume()).isEqualByComparingTo("0.00001");
            if (!areAbsent) {
                assertThat(candles.get(1).trades()).isZero();
                assertThat(candles.get(1).close()).isEqualByComparingTo("100005");
            }
        }
    }

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        List<Object> first = new ArrayList<>();
        List<Object> second = new ArrayList<>();
        for (List<Object> story : List.of(first, second)) {
            VenueModel venue = generated(8, VenueRules.standard());
            venue.advanceTo(START_MS + 10 * MINUTE_MS);
            story.addAll(venue.drainEvents());
        }
        assertThat(first).isEqualTo(second).hasSizeGreaterThan(500);
    }

    @Test
    void paysAnHourlyRateOutOfItsWanderingOracle() {
        VenueModel venue = generated(9, VenueRules.standard());

        venue.advanceTo(START_MS + 61 * MINUTE_MS);

        assertThat(venue.queries().fundingHistory("BTC", 0, Long.MAX_VALUE))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.premium().abs()).isLessThan(new BigDecimal("0.01"));
                    assertThat(row.rate().scale()).isEqualTo(10);
                });
    }

    private static VenueModel generated(long seed, VenueRules rules) {
        return new VenueModel(
                rules,
                DemoUniverse.assets(),
                START_MS,
                seed,
                CandleSource.generated(seed, SYMBOLS, START_MS, Interval.M1, 12));
    }

    private static Candle asCandle(Candle like, VenueCandle built) {
        return new Candle(
                like.symbol(),
                like.interval(),
                built.openMs(),
                built.open().doubleValue(),
                built.high().doubleValue(),
                built.low().doubleValue(),
                built.close().doubleValue(),
                built.volume().doubleValue());
    }
}
