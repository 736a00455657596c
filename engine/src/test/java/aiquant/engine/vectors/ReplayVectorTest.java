package aiquant.engine.vectors;

import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestResult;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplayVectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main-1",
                "main-2",
                "main-3",
                "main_scope_funding-1",
                "exit-1",
                "entry-1",
                "both-1",
                "both-2",
                "both_nc-1",
                "isolation-1"
            })
    void equalsTheRecordedReplayBitForBit(String name) {
        JsonNode scenario = Shared.vector("replay/" + name + ".json.gz");

        BacktestResult result = Backtest.run(Scenario.embedded(scenario));

        JsonNode expected = scenario.get("expected");
        Expectations.tradesEqual(result, scenario.get("trade_fields"), expected.get("trades"));
        Expectations.reportEquals(result.report(), expected.get("report"));
        Expectations.gatesEqual(result.report().gateStatistics(), expected.get("gate_stats"));
        Shared.passed("replay/" + name);
    }
}
