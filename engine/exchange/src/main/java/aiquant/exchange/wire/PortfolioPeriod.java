package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/// How an account did over one period.
///
/// @param period `day`, `week`, `month`, `allTime` and the same of perpetuals alone
public record PortfolioPeriod(String period, List<Point> accountValue, List<Point> pnl, BigDecimal volume, Extra extra)
        implements Wire {

    /// A value at a moment.
    public record Point(long timeMs, BigDecimal value) implements Wire {

        static Point read(Value value) {
            List<Value> pair = value.tuple(2);
            return new Point(pair.get(0).integer(), pair.get(1).decimal());
        }

        @Override
        public JsonNode toJson() {
            return Tree.list(timeMs, value);
        }
    }

    static PortfolioPeriod read(Value value) {
        List<Value> pair = value.tuple(2);
        Fields fields = pair.get(1).fields();
        return new PortfolioPeriod(
                pair.get(0).text(),
                fields.list("accountValueHistory", Point::read),
                fields.list("pnlHistory", Point::read),
                fields.decimal("vlm"),
                fields.extra());
    }

    @Override
    public JsonNode toJson() {
        Tree history = new Tree()
                .put("accountValueHistory", accountValue)
                .put("pnlHistory", pnl)
                .put("vlm", volume);
        return Tree.list(period, history.with(extra));
    }
}
