package aiquant.engine.research;

import aiquant.kernel.backtest.TradeRecord;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// The trade log as data inside a page; the page's script shows as many rows at a time as a reader can use.
///
/// One array per line of the log: time, symbol, action, price, size, notional, pnl, fee, balance, confidence, reason.
final class TradeData {

    private TradeData() {}

    /// JSON that cannot end the script element it stands in: no `<` anywhere.
    static String of(List<TradeRecord> trades) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            for (TradeRecord trade : trades) {
                row(json, trade);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replace("<", "\\u003c");
    }

    private static void row(JsonGenerator json, TradeRecord trade) throws IOException {
        json.writeStartArray();
        json.writeNumber(trade.timeMs());
        json.writeString(trade.symbol().name());
        json.writeString(trade.action());
        number(json, trade.price());
        number(json, trade.size());
        number(json, trade.notional());
        number(json, trade.pnl());
        number(json, trade.fee());
        number(json, trade.balance());
        json.writeString(trade.confidence().name().toLowerCase(Locale.ROOT));
        json.writeString(trade.reason());
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        json.writeRawValue(JsonNumber.text(value));
    }
}
