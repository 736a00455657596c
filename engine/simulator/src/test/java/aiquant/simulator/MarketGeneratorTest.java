package aiquant.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.Candle;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.StrategyParams;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarketGeneratorTest {

    private static final long NEW_YEAR_2025 = 1_735_689_600_000L;

    @Test
    void givesTheSameCandlesForTheSameSeedOnEveryMachine() {
        MarketGenerator first = demo(MarketGenerator.DEMO_SEED, Interval.H1);
        MarketGenerator second = demo(MarketGenerator.DEMO_SEED, Interval.H1);

        assertThat(second.next()).isEqualTo(first.next());
        assertThat(digestOf(demo(MarketGenerator.DEMO_SEED, Interval.H1), 500))
                .isEqualTo("10364af47576f750797ad0f282bfa0bea0001ebab72feff2a791c412be4cc3e0");
    }

    @Test
    void givesOtherCandlesForAnotherSeed() {
        assertThat(demo(1, Interval.H1).next())
                .isNotEqualTo(demo(2, Interval.H1).next());
    }

    @Test
    void quotesEverySymbolOncePerRoundInTheOrderAskedFor() {
        MarketGenerator generator = demo(1, Interval.M15);

        List<Candle> first = generator.next();
        List<Candle> second = generator.next();

        assertThat(first).extracting(Candle::symbol).isEqualTo(MarketGenerator.demoSymbols());
        assertThat(first).allMatch(candle -> candle.openTimeMs() == NEW_YEAR_2025);
        assertThat(second).allMatch(candle -> candle.openTimeMs() == NEW_YEAR_2025 + 900_000);
        assertThat(generator.nextOpenTimeMs()).isEqualTo(NEW_YEAR_2025 + 2 * 900_000);
    }

    @Test
    void keepsASymbolsPathWhenOthersAreLeftOut() {
        CandleSeries among = demo(5, Interval.H1).history(50).get(4);

        CandleSeries alone = new MarketGenerator(5, List.of(new Symbol("DOGE")), NEW_YEAR_2025, Interval.H1)
                .history(50)
                .getFirst();

        assertThat(alone.close()).isEqualTo(among.close());
        assertThat(alone.volume()).isEqualTo(among.volume());
    }

    @Property(tries = 30)
    void makesOnlyCandlesThatCouldHaveHappened(@ForAll long seed, @ForAll Interval interval) {
        for (CandleSeries series : demo(seed, interval).history(150)) {
            for (int i = 0; i < series.size(); i++) {
                Candle candle = series.candle(i);
                assertThat(candle.low()).isPositive().isLessThanOrEqualTo(Math.min(candle.open(), candle.close()));
                assertThat(candle.high()).isFinite().isGreaterThanOrEqualTo(Math.max(candle.open(), candle.close()));
                assertThat(candle.volume()).isFinite().isNotNegative();
                if (i > 0) {
                    assertThat(candle.open()).isEqualTo(series.close()[i - 1]);
                }
            }
        }
    }

    @Property(tries = 10)
    void movesLikeAMarket(@ForAll long seed) {
        List<CandleSeries> history = demo(seed, Interval.H1).history(4_000);
        double[] btc = Series.returns(history.getFirst());

        for (CandleSeries series : history) {
            double[] returns = Series.returns(series);

            assertThat(Series.kurtosis(returns))
                    .as("fat tails of %s", series.symbol())
                    .isGreaterThan(4);
            assertThat(Series.autocorrelation(Series.absolute(returns)))
                    .as("clustered volatility of %s", series.symbol())
                    .isGreaterThan(0.05);
            assertThat(Series.correlation(Series.absolute(returns), Series.tail(series.volume())))
                    .as("volume of %s with movement", series.symbol())
                    .isGreaterThan(0.1);
        }
        for (CandleSeries series : history.subList(1, history.size())) {
            assertThat(Series.correlation(btc, Series.returns(series)))
                    .as("correlation of %s with BTC", series.symbol())
                    .isBetween(0.3, 0.95);
        }
    }

    @Property(tries = 10)
    void staysNearTheMagnitudesPeopleKnow(@ForAll long seed) {
        for (CandleSeries series : demo(seed, Interval.M5).history(5_000)) {
            double anchor = Listing.of(series.symbol()).anchorPrice();
            for (double close : series.close()) {
                assertThat(close).as(series.symbol().name()).isBetween(anchor / 8, anchor * 8);
            }
        }
    }

    @Test
    void isBusierInTheAfternoonThanBeforeDawn() {
        CandleSeries btc = demo(3, Interval.H1).history(24 * 120).getFirst();
        double dawn = 0;
        double afternoon = 0;
        for (int day = 0; day < 120; day++) {
            dawn += btc.volume()[day * 24 + 3];
            afternoon += btc.volume()[day * 24 + 15];
        }

        assertThat(afternoon).isGreaterThan(1.4 * dawn);
    }

    @ParameterizedTest
    @EnumSource(names = {"M1", "M5", "M15", "H1"})
    void givesTheDefaultStrategySomethingToDo(Interval interval) {
        List<CandleSeries> history = demo(MarketGenerator.DEMO_SEED, interval).history(720);
        BacktestInput input = new BacktestInput(
                StrategyParams.defaults().with("trade.entry_min_confidence", 1),
                history,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                10_000,
                200,
                history.getFirst().openTimeMs()[600],
                Long.MAX_VALUE,
                Optional.empty());

        List<TradeRecord> fills = Backtest.run(input).trades();

        assertThat(fills.stream().filter(fill -> fill.reasonCode() != ReasonCode.EXIT_END_OF_BACKTEST))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void refusesWhatTheVenueDoesNotList() {
        assertThatThrownBy(() -> new MarketGenerator(1, List.of(new Symbol("KPEPE")), NEW_YEAR_2025, Interval.H1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KPEPE")
                .hasMessageContaining("kPEPE");
    }

    @Test
    void refusesAStartBetweenTwoBars() {
        assertThatThrownBy(() -> demo(1, NEW_YEAR_2025 + 1)).hasMessageContaining("not a multiple of 1h");
    }

    private static MarketGenerator demo(long seed, Interval interval) {
        return new MarketGenerator(seed, MarketGenerator.demoSymbols(), NEW_YEAR_2025, interval);
    }

    private static MarketGenerator demo(long seed, long startMs) {
        return new MarketGenerator(seed, MarketGenerator.demoSymbols(), startMs, Interval.H1);
    }

    private static String digestOf(MarketGenerator generator, int rounds) {
        MessageDigest digest = sha256();
        for (int i = 0; i < rounds; i++) {
            for (Candle candle : generator.next()) {
                digest.update(ByteBuffer.allocate(48)
                        .putLong(candle.openTimeMs())
                        .putDouble(candle.open())
                        .putDouble(candle.high())
                        .putDouble(candle.low())
                        .putDouble(candle.close())
                        .putDouble(candle.volume())
                        .flip());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
