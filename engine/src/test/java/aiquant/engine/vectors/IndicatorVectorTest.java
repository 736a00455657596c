package aiquant.engine.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.indicator.IndicatorBank;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.strategy.StrategyParams;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class IndicatorVectorTest {
    private static final Map<String, ToDoubleFunction<IndicatorSnapshot>> FIELDS = Map.ofEntries(
            Map.entry("t", s -> s.timeMs),
            Map.entry("ema_slow", s -> s.emaSlow),
            Map.entry("ema_fast", s -> s.emaFast),
            Map.entry("ema_macro", s -> s.emaMacro),
            Map.entry("adx", s -> s.adx),
            Map.entry("adx_pos", s -> s.adxPos),
            Map.entry("adx_neg", s -> s.adxNeg),
            Map.entry("adx_slope", s -> s.adxSlope),
            Map.entry("bb_upper", s -> s.bbUpper),
            Map.entry("bb_lower", s -> s.bbLower),
            Map.entry("bb_width_ratio", s -> s.bbWidthRatio),
            Map.entry("atr", s -> s.atr),
            Map.entry("atr_slope", s -> s.atrSlope),
            Map.entry("avg_atr", s -> s.avgAtr),
            Map.entry("rsi", s -> s.rsi),
            Map.entry("stoch_rsi_k", s -> s.stochK),
            Map.entry("stoch_rsi_d", s -> s.stochD),
            Map.entry("macd_hist", s -> s.macdHist),
            Map.entry("vol_sma", s -> s.volumeSma),
            Map.entry("vol_trend", s -> s.volumeTrend ? 1.0 : 0.0));

    @Test
    void equalsTheRecordedIndicatorsBitForBit() {
        JsonNode vector = Shared.vector("replay/indicators-default.json.gz");
        IndicatorBank bank = new IndicatorBank(StrategyParams.defaults());

        JsonNode rows = vector.get("expected");
        for (int i = 0; i < rows.size(); i++) {
            JsonNode candle = vector.get("candles").get(i);
            bank.update(
                    candle.get(0).asLong(),
                    candle.get(1).asDouble(),
                    candle.get(2).asDouble(),
                    candle.get(3).asDouble(),
                    candle.get(4).asDouble(),
                    candle.get(5).asDouble());
            for (int f = 0; f < vector.get("fields").size(); f++) {
                String field = vector.get("fields").get(f).asText();
                JsonNode expected = rows.get(i).get(f);
                double value = expected.isBoolean() ? (expected.asBoolean() ? 1.0 : 0.0) : expected.asDouble();
                assertThat(field(field).applyAsDouble(bank.latest()))
                        .as("%s of bar %d", field, i)
                        .isEqualTo(value);
            }
        }
        Shared.passed("replay/indicators-default");
    }

    private static ToDoubleFunction<IndicatorSnapshot> field(String name) {
        return Objects.requireNonNull(FIELDS.get(name), name);
    }
}
