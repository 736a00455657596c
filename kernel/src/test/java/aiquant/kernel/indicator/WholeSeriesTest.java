package aiquant.kernel.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// A series computed at once is the series computed bar by bar, to the last bit.
class WholeSeriesTest {

    @Property(tries = 200)
    void meansEqualTheMovingAverage(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 1500) int bars,
            @ForAll @IntRange(min = 1, max = 70) int length) {
        double[] in = walk(seed, bars + 5);
        double[] out = new double[in.length];

        Means.of(in, 3, 3 + bars, length, out);

        Sma sma = new Sma(length);
        double[] expected = new double[in.length];
        for (int i = 3; i < 3 + bars; i++) {
            expected[i] = sma.update(in[i]);
        }
        assertThat(out).containsExactly(expected);
    }

    @Property(tries = 200)
    void widthsEqualTheBands(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 1500) int bars,
            @ForAll @IntRange(min = 1, max = 40) int length,
            @ForAll boolean isBroken) {
        double[] close = walk(seed, bars + 5);
        if (isBroken && bars > 0) {
            close[3 + bars / 2] = Double.NaN;
        }
        double[] out = new double[close.length];

        BandWidths.of(close, 3, 3 + bars, length, out);

        BollingerBands bands = new BollingerBands(length);
        double[] expected = new double[close.length];
        for (int i = 3; i < 3 + bars; i++) {
            bands.update(close[i]);
            expected[i] = close[i] > 0.0 ? (bands.upper() - bands.lower()) / close[i] : 0.0;
        }
        assertThat(out).containsExactly(expected);
    }

    @Property(tries = 200)
    void ksEqualStochasticRsi(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 1500) int bars,
            @ForAll @IntRange(min = 1, max = 30) int length,
            @ForAll @IntRange(min = 1, max = 12) int smooth) {
        double[] close = walk(seed, bars + 5);
        double[] values = new double[close.length];
        Rsi rsi = new Rsi(1 + length / 3);
        for (int i = 0; i < close.length; i++) {
            values[i] = rsi.update(Math.round(close[i] * 2.0) / 2.0);
        }
        double[] out = new double[values.length];

        StochasticKs.of(values, 3, 3 + bars, length, smooth, out);

        StochasticRsi stochastic = new StochasticRsi(length, smooth, 3);
        double[] expected = new double[values.length];
        for (int i = 3; i < 3 + bars; i++) {
            stochastic.update(values[i]);
            expected[i] = stochastic.k();
        }
        assertThat(out).containsExactly(expected);
    }

    private static double[] walk(long seed, int bars) {
        Random random = new Random(seed);
        double[] values = new double[bars];
        double price = 100.0;
        for (int i = 0; i < bars; i++) {
            price = Math.max(0.5, price + random.nextGaussian());
            values[i] = price;
        }
        return values;
    }
}
