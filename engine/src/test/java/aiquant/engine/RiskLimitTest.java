package aiquant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.config.RiskLimits;
import aiquant.engine.fact.Fact;
import aiquant.engine.risk.KillLevel;
import aiquant.engine.risk.RiskGate;
import aiquant.engine.risk.Verdict;
import aiquant.kernel.decision.Intent;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.StrategyParams;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RiskLimitTest {
    private static final Symbol BTC = new Symbol("BTC");

    @TempDir
    Path folder;

    private static Intent open(double notional, double margin) {
        return new Intent.Open(BTC, true, 100.0, notional / 100.0, notional, margin, 5.0, 2, 1.0, 22.0, "High entry");
    }

    private static Intent close() {
        return new Intent.Close(BTC, true, 100.0, 1.0, false, "Stop Loss");
    }

    /// An account of 10,000 USD with one position of 2,000 USD.
    private static RiskGate.Exposure exposure(KillLevel kill) {
        return new RiskGate.Exposure(kill, 10_000, 1, 2_000, 400, 50, 2, 0, 0);
    }

    private static RiskLimits limits(double orderNotional, int positions, double leverage) {
        return new RiskLimits(orderNotional, positions, leverage, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void namesTheCheckTheValueAndTheLimit() {
        Verdict verdict = new RiskGate(limits(1_000, 0, 0)).check(open(1_240, 248), false, exposure(KillLevel.ACTIVE));

        assertThat(verdict).isEqualTo(new Verdict.Denied("order_notional", "order of 1,240.00 exceeds 1,000.00 USD"));
    }

    @Test
    void countsThePositionThatIsAboutToOpen() {
        RiskGate gate = new RiskGate(limits(0, 1, 0));

        assertThat(gate.check(open(100, 20), false, exposure(KillLevel.ACTIVE)))
                .isEqualTo(new Verdict.Denied("open_positions", "positions 2.00 exceeds 1.00"));
    }

    @Test
    void addsTheOrderToTheLeverageThatIsThere() {
        RiskGate gate = new RiskGate(limits(0, 0, 0.25));

        assertThat(gate.check(open(400, 80), false, exposure(KillLevel.ACTIVE))).isEqualTo(new Verdict.Allowed());
        assertThat(gate.check(open(600, 120), false, exposure(KillLevel.ACTIVE)))
                .isEqualTo(new Verdict.Denied("leverage", "leverage 0.26 exceeds 0.25 x"));
    }

    @Test
    void noLimitStopsAnExit() {
        RiskLimits strict = new RiskLimits(0.01, 1, 0.01, 0.01, 0.01, 0.01, 0.01, 1, 1, 0.01, 0.01);

        assertThat(new RiskGate(strict).check(close(), false, exposure(KillLevel.CLOSE_ONLY)))
                .isEqualTo(new Verdict.Allowed());
    }

    @Test
    void everyKillLevelDecidesAsItsNameSays() {
        RiskGate gate = new RiskGate(RiskLimits.OFF);
        Verdict allowed = new Verdict.Allowed();

        assertThat(gate.check(open(1, 1), false, exposure(KillLevel.ACTIVE))).isEqualTo(allowed);
        assertThat(gate.check(open(1, 1), false, exposure(KillLevel.CLOSE_ONLY)))
                .isNotEqualTo(allowed);
        assertThat(gate.check(open(1, 1), true, exposure(KillLevel.HALTED))).isNotEqualTo(allowed);
        assertThat(gate.check(close(), false, exposure(KillLevel.CLOSE_ONLY))).isEqualTo(allowed);
        assertThat(gate.check(close(), false, exposure(KillLevel.HALTED))).isNotEqualTo(allowed);
        assertThat(gate.check(close(), true, exposure(KillLevel.HALTED))).isEqualTo(allowed);
        assertThat(gate.check(close(), true, exposure(KillLevel.HARD))).isNotEqualTo(allowed);
    }

    @Test
    void pausesEntriesForGoodOnceTheDrawdownLimitIsBroken() throws InterruptedException {
        RiskLimits tight = new RiskLimits(0, 0, 0, 0, 0, 0, 0.2, 0, 0, 0, 0);
        StrategyParams params = StrategyParams.defaults().with("trade.entry_min_confidence", 0);

        try (EngineRun run = new EngineRun(folder, params, Markets.generated(1, 800), 200, tight).runToEnd()) {
            assertThat(run.facts(Fact.KillChanged.class)).singleElement().satisfies(kill -> {
                assertThat(kill.origin()).isEqualTo("breach");
                assertThat(kill.level()).isEqualTo(KillLevel.CLOSE_ONLY);
                assertThat(kill.reason()).startsWith("drawdown 0.").endsWith("exceeds 0.20 %");
            });
            assertThat(run.engine.book().killSwitch().level()).isEqualTo(KillLevel.CLOSE_ONLY);
        }
    }
}
