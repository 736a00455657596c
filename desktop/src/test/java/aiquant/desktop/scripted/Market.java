package aiquant.desktop.scripted;

import java.util.Arrays;
import java.util.Random;

/// A seeded random walk of one symbol with two averages; grows one bar at a time.
final class Market {

    static final long BAR_MS = 900_000;

    final String name;
    private final double volatility;
    private final Random random;
    long[] time;
    double[][] columns = new double[10][];
    int size;
    private double fast;
    private double slow;

    static final int OPEN = 0;
    static final int HIGH = 1;
    static final int LOW = 2;
    static final int CLOSE = 3;
    static final int VOLUME = 4;
    static final int FAST = 5;
    static final int SLOW = 6;
    static final int STOP = 7;
    static final int TRAILING = 8;
    static final int TARGET = 9;

    Market(String name, double start, double volatility, int bars, long firstMs) {
        this.name = name;
        this.volatility = volatility;
        this.random = new Random(name.hashCode());
        this.time = new long[bars + 64];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new double[bars + 64];
        }
        fast = start;
        slow = start;
        double price = start;
        for (int i = 0; i < bars; i++) {
            price = append(firstMs + i * BAR_MS, price);
        }
    }

    double close() {
        return columns[CLOSE][size - 1];
    }

    void step() {
        append(time[size - 1] + BAR_MS, close());
    }

    private double append(long timeMs, double open) {
        if (size == time.length) {
            time = Arrays.copyOf(time, size * 2);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], size * 2);
            }
        }
        double drift = Math.sin(size / 90.0) * 0.12;
        double move = (random.nextGaussian() + drift) * volatility;
        double close = open * (1 + move);
        double reach = Math.abs(random.nextGaussian()) * volatility * 0.6;
        fast += (close - fast) * 2 / 13;
        slow += (close - slow) * 2 / 35;
        time[size] = timeMs;
        columns[OPEN][size] = open;
        columns[HIGH][size] = Math.max(open, close) * (1 + reach);
        columns[LOW][size] = Math.min(open, close) * (1 - reach * random.nextDouble());
        columns[CLOSE][size] = close;
        columns[VOLUME][size] = 100 + Math.abs(random.nextGaussian() * 80) + Math.abs(move) / volatility * 160;
        columns[FAST][size] = fast;
        columns[SLOW][size] = slow;
        columns[STOP][size] = Double.NaN;
        columns[TRAILING][size] = Double.NaN;
        columns[TARGET][size] = Double.NaN;
        size++;
        return close;
    }
}
