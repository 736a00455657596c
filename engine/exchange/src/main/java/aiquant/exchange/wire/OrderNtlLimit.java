package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/// The largest value of one market order on assets of a leverage class.
public record OrderNtlLimit(int maxLeverage, BigDecimal ntl) implements Wire {

    static OrderNtlLimit read(Value value) {
        List<Value> pair = value.tuple(2);
        return new OrderNtlLimit(pair.get(0).count(), pair.get(1).decimal());
    }

    @Override
    public JsonNode toJson() {
        return Tree.list(maxLeverage, ntl);
    }
}
