package aiquant.exchange.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The short way for the frames that come by the thousand: `bbo`, `allMids`, `trades`, `candle`.
///
/// It builds no tree and knows only the plain form of each. Whatever else comes, a new field or an error, it
/// leaves to the careful reader: it never refuses, and never reads a frame otherwise than that one.
final class QuoteReader {

    /// Left to the careful reader. Without a stack trace it costs next to nothing.
    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NotPlain() {
            super("not plain", null, false, false);
        }
    }

    private final JsonParser parser;

    private QuoteReader(JsonParser parser) {
        this.parser = parser;
    }

    static Optional<Frame> read(String text) {
        if (!text.startsWith("{\"channel\":") || text.length() > Json.MAX_LENGTH) {
            return Optional.empty();
        }
        try (JsonParser parser = Json.parser(text)) {
            return new QuoteReader(parser).frame();
        } catch (IOException | NotPlain _) {
            return Optional.empty();
        }
    }

    private Optional<Frame> frame() throws IOException {
        expect(JsonToken.START_OBJECT);
        expect(JsonToken.FIELD_NAME);
        parser.nextToken();
        String channel = text();
        if (!isQuote(channel) || !"data".equals(parser.nextFieldName())) {
            return Optional.empty();
        }
        parser.nextToken();
        Payload data = switch (channel) {
            case "bbo" -> bbo();
            case "allMids" -> allMids();
            case "candle" -> bar();
            default -> trades();
        };
        expect(JsonToken.END_OBJECT);
        return parser.nextToken() == null ? Optional.of(new Frame(channel, data)) : Optional.empty();
    }

    private static boolean isQuote(String channel) {
        return channel.equals("bbo")
                || channel.equals("allMids")
                || channel.equals("candle")
                || channel.equals("trades");
    }

    private Bbo bbo() throws IOException {
        String coin = null;
        Long timeMs = null;
        Optional<Level> bid = null;
        Optional<Level> ask = null;
        at(JsonToken.START_OBJECT);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "coin" -> coin = once(coin, text());
                case "time" -> timeMs = once(timeMs, integer());
                case "bbo" -> {
                    at(JsonToken.START_ARRAY);
                    bid = once(bid, level());
                    ask = level();
                    expect(JsonToken.END_ARRAY);
                }
                default -> throw new NotPlain();
            }
        }
        at(JsonToken.END_OBJECT);
        return new Bbo(there(coin), there(timeMs), there(bid), there(ask), Extra.NONE);
    }

    private Optional<Level> level() throws IOException {
        if (parser.nextToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        BigDecimal px = null;
        BigDecimal sz = null;
        Integer orders = null;
        at(JsonToken.START_OBJECT);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "px" -> px = once(px, decimal());
                case "sz" -> sz = once(sz, decimal());
                case "n" -> orders = once(orders, count());
                default -> throw new NotPlain();
            }
        }
        at(JsonToken.END_OBJECT);
        return Optional.of(new Level(there(px), there(sz), there(orders), Extra.NONE));
    }

    private AllMids allMids() throws IOException {
        at(JsonToken.START_OBJECT);
        if (!"mids".equals(parser.nextFieldName())) {
            throw new NotPlain();
        }
        expect(JsonToken.START_OBJECT);
        Map<String, BigDecimal> mids = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            once(mids.put(name, decimal()), name);
        }
        at(JsonToken.END_OBJECT);
        expect(JsonToken.END_OBJECT);
        return new AllMids(Collections.unmodifiableMap(mids), Extra.NONE);
    }

    private Bar bar() throws IOException {
        Long openTimeMs = null;
        Long closeTimeMs = null;
        Long trades = null;
        String coin = null;
        String interval = null;
        BigDecimal open = null;
        BigDecimal close = null;
        BigDecimal high = null;
        BigDecimal low = null;
        BigDecimal volume = null;
        at(JsonToken.START_OBJECT);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "t" -> openTimeMs = once(openTimeMs, integer());
                case "T" -> closeTimeMs = once(closeTimeMs, integer());
                case "s" -> coin = once(coin, text());
                case "i" -> interval = once(interval, text());
                case "o" -> open = once(open, decimal());
                case "c" -> close = once(close, decimal());
                case "h" -> high = once(high, decimal());
                case "l" -> low = once(low, decimal());
                case "v" -> volume = once(volume, decimal());
                case "n" -> trades = once(trades, integer());
                default -> throw new NotPlain();
            }
        }
        at(JsonToken.END_OBJECT);
        return new Bar(
                there(openTimeMs),
                there(closeTimeMs),
                there(coin),
                there(interval),
                there(open),
                there(close),
                there(high),
                there(low),
                there(volume),
                there(trades),
                Extra.NONE);
    }

    private Trades trades() throws IOException {
        at(JsonToken.START_ARRAY);
        List<Trade> trades = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            trades.add(trade());
        }
        return new Trades(Collections.unmodifiableList(trades));
    }

    private Trade trade() throws IOException {
        String coin = null;
        String side = null;
        BigDecimal px = null;
        BigDecimal sz = null;
        Long timeMs = null;
        String hash = null;
        Long tid = null;
        List<String> users = null;
        at(JsonToken.START_OBJECT);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "coin" -> coin = once(coin, text());
                case "side" -> side = once(side, text());
                case "px" -> px = once(px, decimal());
                case "sz" -> sz = once(sz, decimal());
                case "time" -> timeMs = once(timeMs, integer());
                case "hash" -> hash = once(hash, text());
                case "tid" -> tid = once(tid, integer());
                case "users" -> users = once(users, texts());
                default -> throw new NotPlain();
            }
        }
        at(JsonToken.END_OBJECT);
        return new Trade(
                there(coin),
                new Side(there(side)),
                there(px),
                there(sz),
                there(timeMs),
                there(hash),
                there(tid),
                there(users),
                Extra.NONE);
    }

    private List<String> texts() throws IOException {
        at(JsonToken.START_ARRAY);
        List<String> texts = new ArrayList<>(2);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text());
        }
        return Collections.unmodifiableList(texts);
    }

    private String text() throws IOException {
        at(JsonToken.VALUE_STRING);
        return parser.getText();
    }

    private long integer() throws IOException {
        at(JsonToken.VALUE_NUMBER_INT);
        if (parser.getNumberType() == NumberType.BIG_INTEGER) {
            throw new NotPlain();
        }
        return parser.getLongValue();
    }

    private int count() throws IOException {
        at(JsonToken.VALUE_NUMBER_INT);
        if (parser.getNumberType() != NumberType.INT || parser.getIntValue() < 0) {
            throw new NotPlain();
        }
        return parser.getIntValue();
    }

    private BigDecimal decimal() throws IOException {
        at(JsonToken.VALUE_STRING);
        char[] chars = parser.getTextCharacters();
        int from = parser.getTextOffset();
        BigDecimal value = DecimalText.read(chars, from, parser.getTextLength());
        if (value == null || (value.signum() == 0 && chars[from] == '-')) {
            throw new NotPlain();
        }
        return value;
    }

    private void expect(JsonToken token) throws IOException {
        parser.nextToken();
        at(token);
    }

    private void at(JsonToken token) {
        if (parser.currentToken() != token) {
            throw new NotPlain();
        }
    }

    private static <T> T once(@Nullable Object before, T now) {
        if (before != null) {
            throw new NotPlain();
        }
        return now;
    }

    private static <T> T there(@Nullable T value) {
        if (value == null) {
            throw new NotPlain();
        }
        return value;
    }
}
