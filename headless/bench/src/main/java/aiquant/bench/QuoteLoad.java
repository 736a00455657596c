package aiquant.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Frames of an exchange with 120 markets at a steady pace: four of five are best bids and asks, the others candles of
/// a
/// minute, and all mids come once a second.
///
/// The bid of each frame is its number, by which whoever receives it knows when it was sent.
final class QuoteLoad {

    static final int SYMBOLS = 120;

    private final QuoteSource source;
    private final int perSecond;
    private final long[] sentNanos;
    private int frames;
    private volatile int measuredFrom = Integer.MAX_VALUE;

    /// @param seconds how long it lasts at most
    QuoteLoad(QuoteSource source, int perSecond, int seconds) {
        this.source = source;
        this.perSecond = perSecond;
        this.sentNanos = new long[perSecond * (seconds + 1)];
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < SYMBOLS; i++) {
            names.add(name(i));
        }
        return names;
    }

    private static String name(int symbol) {
        return "COIN" + symbol;
    }

    /// Notes how long the frame with that bid was on its way, if it was sent in the time that counts.
    void received(double bid, long nanos, Latencies latencies) {
        int number = (int) Math.round(bid * 10);
        if (number >= measuredFrom) {
            latencies.add(nanos - sentNanos[number]);
        }
    }

    /// What is sent from now on counts.
    void count() {
        measuredFrom = frames;
    }

    /// Sends for so long, one frame at a time and evenly.
    void run(int seconds) throws IOException {
        long beginNanos = System.nanoTime();
        int first = frames;
        int last = first + seconds * perSecond;
        while (frames < last) {
            long dueNanos = beginNanos + (long) (1e9 / perSecond * (frames - first));
            while (System.nanoTime() < dueNanos) {
                LockSupport.parkNanos(dueNanos - System.nanoTime());
            }
            String text = text(frames);
            sentNanos[frames] = System.nanoTime();
            source.send(text);
            frames++;
        }
    }

    private String text(int number) {
        int symbol = number % SYMBOLS;
        if (number % perSecond == 0) {
            return mids(number);
        }
        return (number / SYMBOLS + symbol) % 5 == 0 ? candle(symbol, number) : bbo(symbol, number);
    }

    private static String bbo(int symbol, int number) {
        return "{\"channel\":\"bbo\",\"data\":{\"coin\":\"" + name(symbol) + "\",\"time\":" + System.currentTimeMillis()
                + ",\"bbo\":[{\"px\":\"" + price(number) + "\",\"sz\":\"0.92185\",\"n\":4},{\"px\":\""
                + price(number + 1)
                + "\",\"sz\":\"9.07775\",\"n\":32}]}}";
    }

    private static String price(int number) {
        return number / 10 + "." + number % 10;
    }

    private static String candle(int symbol, int number) {
        long openMs = System.currentTimeMillis() / 60_000 * 60_000;
        return "{\"channel\":\"candle\",\"data\":" + QuoteHistory.candle(name(symbol), openMs, number) + "}";
    }

    private String mids(int number) {
        StringBuilder text = new StringBuilder("{\"channel\":\"allMids\",\"data\":{\"mids\":{");
        for (int i = 0; i < SYMBOLS; i++) {
            text.append(i == 0 ? "\"" : ",\"")
                    .append(name(i))
                    .append("\":\"")
                    .append(number / perSecond + 1)
                    .append(".5\"");
        }
        return text.append("}}}").toString();
    }
}
