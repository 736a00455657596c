package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.simulator.MarketGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalkForwardTest {

    private static final long START_MS = 1_735_689_600_000L; // 2025-01-01
    private static final long HOUR = 3_600_000L;
    private static final int BARS = 1_400;
    private static final WalkForwardWindows WINDOWS =
            new WalkForwardWindows(600 * HOUR, 240 * HOUR, 240 * HOUR, 24 * HOUR, false);
    private static final List<CandleSeries> CANDLES = new MarketGenerator(
                    7, List.of(new Symbol("BTC"), new Symbol("ETH"), new Symbol("SOL")), START_MS, Interval.H1)
            .history(BARS);

    @Test
    void choosesTheBestOfEachTrainingWindowAndTestsItOnTheNext() {
        BacktestInput whole = input(CANDLES);
        WalkForward walk = walk(whole);

        for (Fold fold : walk.folds()) {
            FoldResult result = judged(walk, fold);

            assertThat(result.trials()).isEqualTo(9);
            assertThat(result.inSample().totalPnl()).isEqualTo(result.choice().totalPnl());
            assertThat(result.inSample().totalTrades())
                    .isEqualTo(result.choice().trades());
            assertThat(result.deflatedSharpe()).isBetween(0.0, 1.0);
        }
        assertThat(walk.result().isComplete()).isTrue();
        assertThat(walk.result().trials()).isEqualTo(27);
    }

    /// A person can repeat the test with `replay --start-ts --end-ts --set`: the whole candles, the test's bounds.
    @Test
    void aTestIsAReplayOfItsWindow() {
        BacktestInput whole = input(CANDLES);
        WalkForward walk = walk(whole);
        FoldResult first = judged(walk, walk.folds().getFirst());

        StrategyParams chosen =
                WalkForward.chosen(whole.params(), first.choice().overrides());
        BacktestReport replayed = Backtest.run(new BacktestInput(
                        chosen,
                        CANDLES,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        10_000,
                        200,
                        first.fold().testFromMs(),
                        first.fold().testToMs(),
                        Optional.empty()))
                .report();

        assertThat(first.outOfSample()).isEqualTo(replayed);
    }

    @Test
    void aChoiceDoesNotKnowWhatComesAfterItsTraining() {
        WalkForward walk = walk(input(CANDLES));
        for (Fold fold : walk.folds()) {
            List<CandleSeries> otherFuture = CANDLES.stream()
                    .map(series -> changedAfter(series, fold.trainToMs()))
                    .toList();
            WalkForward other = walk(input(otherFuture));

            FoldResult known = judged(walk, fold);
            FoldResult unknown = judged(other, fold);

            assertThat(unknown.choice()).isEqualTo(known.choice());
            assertThat(unknown.inSample()).isEqualTo(known.inSample());
            assertThat(unknown.deflatedSharpe()).isEqualTo(known.deflatedSharpe());
            assertThat(other.training(fold).candles())
                    .allSatisfy(series ->
                            assertThat(series.openTimeMs()[series.size() - 1]).isLessThanOrEqualTo(fold.trainToMs()));
        }
    }

    @Test
    void stitchesTheTestsIntoOneCurve() {
        WalkForward walk = walk(input(CANDLES));
        double expected = 10_000;
        for (Fold fold : walk.folds()) {
            expected *= judged(walk, fold).outOfSample().finalBalance() / 10_000;
        }

        WalkForwardResult result = walk.partial();

        assertThat(result.outOfSample().finalBalance()).isCloseTo(expected, within(1e-6));
        assertThat(result.equity()).hasSize(3 * 240);
        assertThat(result.equity()).isSortedAccordingTo((a, b) -> Long.compare(a.timeMs(), b.timeMs()));
        assertThat(result.outOfSample().probability()).isBetween(0.0, 1.0);
    }

    @Test
    void measuresOverfittingOnASampleOfTheTrials() {
        WalkForward walk = walk(input(CANDLES));
        walk.folds().forEach(fold -> judged(walk, fold));

        WalkForwardResult result = walk.result();

        assertThat(result.overfitting().orElseThrow().trials()).isEqualTo(6);
        assertThat(result.overfitting().orElseThrow().probability()).isBetween(0.0, 1.0);
        assertThat(result.dots()).hasSize(3 * 6 + 3);
        assertThat(result.dots().stream().filter(WalkForwardResult.Dot::isChoice))
                .hasSize(3);
    }

    @Test
    void givesWhatWasDoneWhenItIsStopped() {
        WalkForward walk = walk(input(CANDLES));
        judged(walk, walk.folds().getFirst());

        assertThat(walk.partial().isComplete()).isFalse();
        assertThat(walk.partial().folds()).hasSize(1);
        assertThat(walk(input(CANDLES)).partial().equity()).isEmpty();
        assertThat(walk(input(CANDLES)).result().overfitting()).isEmpty();
    }

    @Test
    void refusesAPeriodThatIsTooShort() {
        assertThatThrownBy(() -> new WalkForward(input(CANDLES), WINDOWS, START_MS, START_MS + 840 * HOUR))
                .hasMessageContaining("need 36.0 days, the data have 35.0");
    }

    private static FoldResult judged(WalkForward walk, Fold fold) {
        TrialTally tally = new TrialTally(6);
        new GridSearch().search(walk.training(fold), tally);
        return walk.judge(fold, tally);
    }

    private static WalkForward walk(BacktestInput whole) {
        return new WalkForward(whole, WINDOWS, START_MS, START_MS + BARS * HOUR);
    }

    private static BacktestInput input(List<CandleSeries> candles) {
        return BacktestInput.of(StrategyParams.defaults(), candles, 10_000, 200);
    }

    /// Every later price tripled, every later volume halved.
    private static CandleSeries changedAfter(CandleSeries series, long timeMs) {
        int from = series.lowerBound(timeMs + 1);
        return new CandleSeries(
                series.symbol(),
                series.interval(),
                series.openTimeMs(),
                scaled(series.open(), from, 3),
                scaled(series.high(), from, 3),
                scaled(series.low(), from, 3),
                scaled(series.close(), from, 3),
                scaled(series.volume(), from, 0.5));
    }

    private static double[] scaled(double[] values, int from, double factor) {
        double[] scaled = Arrays.copyOf(values, values.length);
        for (int i = from; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
