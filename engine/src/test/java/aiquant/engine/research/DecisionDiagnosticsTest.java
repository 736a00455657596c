package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.InitialState;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.simulator.MarketGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionDiagnosticsTest {
    private static final long START_MS = 1_735_689_600_000L; // 2025-01-01
    private static final int BARS = 400;

    /// The decisions explain this report and no other one: the same fills, word for word, and as many signals.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void containsEveryFillAndSignalOfTheReplay(long seed) throws IOException {
        BacktestInput input = input(seed, Optional.empty(), List.of(), Optional.empty());
        BacktestResult result = Backtest.run(input);

        JsonNode report = report(input, result);

        List<JsonNode> expected = new ArrayList<>();
        report.get("trades").forEach(expected::add);
        expected.removeIf(trade -> trade.get("reason_code").textValue().equals("exit_end_of_backtest"));
        List<JsonNode> fills = new ArrayList<>();
        int signals = 0;
        Set<String> ids = new HashSet<>();
        for (JsonNode decision : report.get("decision_diagnostics")) {
            decision.get("fills").forEach(fills::add);
            signals += decision.has("signal")
                            && !decision.get("signal").textValue().equals("NEUTRAL")
                    ? 1
                    : 0;
            assertThat(ids.add(decision.get("event_id").textValue())).isTrue();
            assertThat(decision.get("fills")).hasSameSizeAs(decision.get("intents"));
        }
        assertThat(fills).hasSizeGreaterThan(10).isEqualTo(expected);
        assertThat(signals).isEqualTo(result.signals().size());
    }

    @Test
    void saysWhatEachGateSaw() throws IOException {
        BacktestInput input = input(1, Optional.empty(), List.of(), Optional.empty());

        JsonNode report = report(input, Backtest.run(input));

        JsonNode candidate = find(report, "outcome", "candidate");
        long time = candidate.get("time").longValue();
        assertThat(candidate.get("event_id").textValue())
                .isEqualTo(candidate.get("symbol").textValue() + "|1h|" + time + "|bar");
        assertThat(candidate.get("signal").textValue()).isIn("BUY", "SELL");
        assertThat(candidate.get("gates")).hasSize(8);
        JsonNode gate = candidate.get("gates").get(0);
        assertThat(gate.get("name").textValue()).isEqualTo("ranging");
        assertThat(gate.get("outcome").textValue()).isIn("passed", "blocked");
        assertThat(gate.get("value").isDouble() && gate.get("threshold").isDouble())
                .isTrue();
        JsonNode round = find(report, "event_id", "1h|" + time + "|round");
        assertThat(round.get("intents").get(0).get("action").textValue()).startsWith("OPEN_");
        assertThat(round.has("signal") || round.has("symbol")).isFalse();
    }

    @Test
    void decidesInsideTheWindowOnly() throws IOException {
        BacktestInput whole = input(1, Optional.empty(), List.of(), Optional.empty());
        long from = START_MS + 150 * Interval.H1.lengthMs();
        long to = START_MS + 300 * Interval.H1.lengthMs();
        BacktestInput input = new BacktestInput(
                whole.params(),
                whole.candles(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                500.0,
                whole.lookback(),
                from,
                to,
                Optional.of(new InitialState(2_000.0, List.of(), Map.of(), Map.of())));

        JsonNode report = report(input, Backtest.run(input));

        assertThat(report.get("decision_diagnostics"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("time").longValue()).isBetween(from, to));
        // The balance of an exported book counts, not the amount given beside it.
        assertThat(report.get("decision_diagnostics").findValue("balance").doubleValue())
                .isBetween(1_990.0, 2_000.0);
    }

    @Test
    void refusesWhatTheKernelDoesNotDecideEventByEvent() {
        BacktestInput finer = input(1, Optional.of(candles(1)), List.of(), Optional.empty());
        BacktestInput funded = input(
                1,
                Optional.empty(),
                List.of(new FundingSeries(new Symbol("BTC"), new long[] {1}, new double[] {0})),
                Optional.empty());
        BacktestInput continued = input(
                1,
                Optional.empty(),
                List.of(),
                Optional.of(new InitialState(1.0, List.of(), Map.of(new Symbol("BTC"), 1L), Map.of())));

        assertThatThrownBy(() -> DecisionDiagnostics.of(finer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--diagnostics explains replays of main candles only; leave it out or replay without exit"
                        + " or entry candles");
        assertThatThrownBy(() -> DecisionDiagnostics.of(funded)).hasMessageEndingWith("replay without funding");
        assertThatThrownBy(() -> DecisionDiagnostics.of(continued))
                .hasMessageEndingWith("replay without an initial book");
    }

    private static JsonNode find(JsonNode report, String key, String value) {
        for (JsonNode decision : report.get("decision_diagnostics")) {
            if (decision.has(key) && decision.get(key).textValue().equals(value)) {
                return decision;
            }
        }
        throw new AssertionError("no decision with " + key + " " + value);
    }

    private static JsonNode report(BacktestInput input, BacktestResult result) throws IOException {
        StringWriter text = new StringWriter();
        ReportJson.write(
                result,
                new ReportJson.Options("replay", "abc", false, true, Optional.of(DecisionDiagnostics.of(input))),
                text);
        return new ObjectMapper().readTree(text.toString());
    }

    private static BacktestInput input(
            long seed,
            Optional<List<CandleSeries>> entries,
            List<FundingSeries> funding,
            Optional<InitialState> initial) {
        StrategyParams params = StrategyParams.defaults()
                .with("trade.entry_min_confidence", 0)
                .with("filters.enable_ranging_filter", 0)
                .with("filters.require_volume_confirmation", 0)
                .with("thresholds.entry.min_adx", 5)
                .withEngine(EngineSettings.DEFAULTS);
        return new BacktestInput(
                params,
                candles(seed),
                Optional.empty(),
                entries,
                funding,
                10_000.0,
                40,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                initial);
    }

    private static List<CandleSeries> candles(long seed) {
        List<Symbol> symbols = List.of(new Symbol("BTC"), new Symbol("ETH"), new Symbol("kPEPE"));
        return new MarketGenerator(seed, symbols, START_MS, Interval.H1).history(BARS);
    }
}
