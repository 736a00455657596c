package aiquant.engine.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.engine.research.Digests;
import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.sidecar.store.FundingReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RealReplayVectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-default",
                "b-funding",
                "c-exit15m",
                "d-both5m-close",
                "e-both5m-open",
                "f-30m-both5m",
                "g-btc",
                "h-everything"
            })
    void equalsTheRecordedReplayOfRealCandlesBitForBit(String name) {
        JsonNode scenario = Shared.vector("replay-real/" + name + ".json.gz");

        BacktestResult result = Backtest.run(input(scenario, Scenario.params(scenario, scenario.get("overrides"))));

        JsonNode expected = scenario.get("expected");
        Expectations.tradesEqual(result, scenario.get("trade_fields"), expected.get("trades"));
        assertEqualSums(result, expected);
        Expectations.breakdownEquals(result.report(), expected.get("breakdown"));
        Shared.passed("replay-real/" + name);
    }

    @Test
    void equalsTheDigestsOfTwoHundredRandomConfigurations() {
        JsonNode scenario = Shared.vector("replay-real/i-random200.json.gz");
        BacktestInput base = input(scenario, StrategyParams.defaults());

        for (JsonNode config : scenario.get("configs")) {
            BacktestInput input = new BacktestInput(
                    Scenario.params(scenario, config.get("overrides")),
                    base.candles(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    base.initialBalance(),
                    base.lookback(),
                    base.fromMs(),
                    base.toMs(),
                    Optional.empty());
            BacktestResult result = Backtest.run(input);
            assertEqualSums(result, config.get("expected"));
            Shared.passed("replay-real/i-random200/" + config.get("config_id").asText());
        }
    }

    private static void assertEqualSums(BacktestResult result, JsonNode expected) {
        Expectations.reportEquals(result.report(), expected.get("report"));
        Expectations.gatesEqual(result.report().gateStatistics(), expected.get("gate_stats"));
        assertThat(result.trades()).hasSize(expected.get("records").asInt());
        assertThat(result.equity()).hasSize(expected.get("equity_points").asInt());
        assertThat(Digests.of(result))
                .isEqualTo(new Digests(
                        expected.get("trades_sha256").asText(),
                        expected.get("signals_sha256").asText(),
                        expected.get("equity_sha256").asText()));
    }

    private static BacktestInput input(JsonNode scenario, StrategyParams params) {
        long from = Scenario.bound(scenario.get("from_ts"), Long.MIN_VALUE);
        long to = Scenario.bound(scenario.get("to_ts"), Long.MAX_VALUE);
        JsonNode data = scenario.get("data");
        return new BacktestInput(
                params,
                candles(data.get("main")).orElseThrow(),
                candles(data.get("exit")).map(series -> inside(series, from, to)),
                candles(data.get("entry")).map(series -> inside(series, from, to)),
                funding(data.get("funding"), from, to),
                scenario.get("initial_balance").asDouble(),
                scenario.get("lookback").asInt(),
                from,
                to,
                Optional.empty());
    }

    private static Optional<List<CandleSeries>> candles(JsonNode source) {
        if (source.isNull()) {
            return Optional.empty();
        }
        Interval interval = Interval.of(source.get("interval").asText());
        return Optional.of(
                CandleReader.read(CandleQuery.of(files(source), interval)).series());
    }

    private static List<String> files(JsonNode source) {
        List<String> files = new ArrayList<>();
        for (JsonNode file : source.get("files")) {
            files.add(Shared.require("data/" + file.asText()).toString());
        }
        return files;
    }

    private static List<CandleSeries> inside(List<CandleSeries> series, long from, long to) {
        return series.stream().map(one -> one.between(from, to)).toList();
    }

    private static List<FundingSeries> funding(JsonNode source, long from, long to) {
        return source.isNull() ? List.of() : FundingReader.read(files(source), from, to);
    }
}
