package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Fingerprints by which a resumed sweep knows that it goes on with the same things.
final class Hashes {
    private final MessageDigest digest = sha256();

    private Hashes() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /// Of all candles, funding, window and balance; not of the parameters.
    static String of(BacktestInput input) {
        Hashes hash = new Hashes();
        hash.candles(input.candles());
        hash.candles(input.exitCandles().orElse(List.of()));
        hash.candles(input.entryCandles().orElse(List.of()));
        for (FundingSeries series : input.funding()) {
            hash.text(series.symbol().name());
            hash.longs(series.timeMs());
            hash.doubles(series.rate());
        }
        hash.text(input.fromMs() + " " + input.toMs() + " " + input.initialBalance() + " "
                + input.exitCandles().isPresent() + " " + input.entryCandles().isPresent());
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void candles(List<CandleSeries> candles) {
        for (CandleSeries series : candles) {
            text(series.symbol().name() + " " + series.interval());
            longs(series.openTimeMs());
            doubles(series.high());
            doubles(series.low());
            doubles(series.close());
            doubles(series.volume());
        }
        text("end");
    }

    private void text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private void longs(long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        digest.update(bytes);
    }

    private void doubles(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }
}
