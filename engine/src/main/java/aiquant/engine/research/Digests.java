package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.EquityPoint;
import aiquant.kernel.backtest.SignalRecord;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.strategy.Confidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Fingerprints of a replay's three logs: two runs did the same, bit for bit, exactly when these agree.
///
/// SHA-256 in lower-case hex over one line per entry in log order. Doubles go in as their bit patterns, so nothing
/// depends on decimal formatting; both zeros count as one.
public record Digests(String trades, String signals, String equity) {

    private static final HexFormat HEX = HexFormat.of();

    public static Digests of(BacktestResult result) {
        return new Digests(
                digest(result.trades(), Digests::line),
                digest(result.signals(), Digests::line),
                digest(result.equity(), Digests::line));
    }

    private static <T> String digest(List<T> log, Function<T, String> line) {
        MessageDigest sha = sha256();
        for (T entry : log) {
            sha.update(line.apply(entry).getBytes(StandardCharsets.UTF_8));
            sha.update((byte) '\n');
        }
        return HEX.formatHex(sha.digest());
    }

    private static String line(TradeRecord trade) {
        return String.join(
                "|",
                Long.toString(trade.timeMs()),
                trade.symbol().name(),
                trade.action(),
                bits(trade.price()),
                bits(trade.size()),
                bits(trade.notional()),
                bits(trade.pnl()),
                bits(trade.fee()),
                bits(trade.balance()),
                bits(trade.entryAtr()),
                bits(trade.leverage()),
                bits(trade.margin()),
                text(trade.confidence()),
                trade.reason());
    }

    private static String line(SignalRecord signal) {
        return String.join(
                "|",
                Long.toString(signal.timeMs()),
                signal.symbol().name(),
                signal.isBuy() ? "BUY" : "SELL",
                text(signal.confidence()),
                bits(signal.price()),
                bits(signal.adx()),
                bits(signal.rsi()),
                bits(signal.atr()));
    }

    private static String line(EquityPoint point) {
        return point.timeMs() + "|" + bits(point.value());
    }

    private static String bits(double value) {
        return HEX.toHexDigits(value == 0.0 ? 0L : Double.doubleToRawLongBits(value));
    }

    private static String text(Confidence confidence) {
        return confidence.name().toLowerCase(Locale.ROOT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
