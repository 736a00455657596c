package aiquant.engine.vectors;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.RuntimeSettings;
import aiquant.kernel.strategy.StrategyParams;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a recorded scenario into the kernel's input.
final class Scenario {

    private Scenario() {}

    static StrategyParams params(JsonNode scenario, JsonNode overrides) {
        StrategyParams params = StrategyParams.defaults();
        for (Map.Entry<String, JsonNode> override : overrides.properties()) {
            params = params.with(override.getKey(), override.getValue().asDouble());
        }
        JsonNode engine = scenario.get("engine");
        params = params.withEngine(new EngineSettings(
                engine.get("interval").asText(),
                engine.get("entry_interval").asText(),
                engine.get("exit_interval").asText(),
                60,
                engine.get("signal_on_candle_close").asBoolean()));
        return engine.has("profile")
                ? params.withRuntime(new RuntimeSettings(engine.get("profile").asText(), "sqlite", "sqlite"))
                : params;
    }

    static BacktestInput embedded(JsonNode scenario) {
        long from = bound(scenario.get("from_ts"), Long.MIN_VALUE);
        long to = bound(scenario.get("to_ts"), Long.MAX_VALUE);
        boolean hasExits = scenario.get("exit_uses_sub").asBoolean();
        boolean hasEntries = scenario.get("entry_uses_sub").asBoolean();
        List<CandleSeries> sub = hasExits || hasEntries
                ? series(scenario.get("sub"), Interval.M15).stream()
                        .map(one -> one.between(from, to))
                        .toList()
                : List.of();
        return new BacktestInput(
                params(scenario, scenario.get("overrides")),
                series(scenario.get("main"), Interval.H1),
                hasExits ? Optional.of(sub) : Optional.empty(),
                hasEntries ? Optional.of(sub) : Optional.empty(),
                funding(scenario.get("funding"), from, to),
                scenario.get("initial_balance").asDouble(),
                scenario.get("lookback").asInt(),
                from,
                to,
                Optional.empty());
    }

    static long bound(JsonNode node, long otherwise) {
        return node == null || node.isNull() ? otherwise : node.asLong();
    }

    private static List<CandleSeries> series(JsonNode bySymbol, Interval interval) {
        List<CandleSeries> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : bySymbol.properties()) {
            JsonNode rows = entry.getValue();
            long[] times = new long[rows.size()];
            double[][] columns = new double[5][rows.size()];
            for (int i = 0; i < times.length; i++) {
                times[i] = rows.get(i).get(0).asLong();
                for (int c = 0; c < 5; c++) {
                    columns[c][i] = rows.get(i).get(c + 1).asDouble();
                }
            }
            all.add(new CandleSeries(
                    new Symbol(entry.getKey()),
                    interval,
                    times,
                    columns[0],
                    columns[1],
                    columns[2],
                    columns[3],
                    columns[4]));
        }
        return all;
    }

    private static List<FundingSeries> funding(JsonNode bySymbol, long from, long to) {
        List<FundingSeries> all = new ArrayList<>();
        if (bySymbol == null || bySymbol.isNull()) {
            return all;
        }
        for (Map.Entry<String, JsonNode> entry : bySymbol.properties()) {
            List<JsonNode> rows = new ArrayList<>();
            entry.getValue().forEach(row -> {
                if (row.get(0).asLong() >= from && row.get(0).asLong() <= to) {
                    rows.add(row);
                }
            });
            all.add(new FundingSeries(
                    new Symbol(entry.getKey()),
                    rows.stream().mapToLong(row -> row.get(0).asLong()).toArray(),
                    rows.stream().mapToDouble(row -> row.get(1).asDouble()).toArray()));
        }
        return all;
    }
}
