package aiquant.kernel.backtest;

import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.Ranking;
import aiquant.kernel.rule.Round;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.Strategies;
import java.util.Arrays;

/// The rules each symbol of a market follows, by symbol number. Read-only after construction.
final class Lineup {
    private final Strategies strategies;
    private final RuleParams[] rules;
    private final int[][] exitPlans;

    Lineup(Strategies strategies, Market market) {
        this.strategies = strategies;
        rules = new RuleParams[market.symbolCount()];
        exitPlans = new int[rules.length][];
        for (int symbol = 0; symbol < rules.length; symbol++) {
            CompiledStrategy own = strategies.of(market.symbol(symbol));
            rules[symbol] = own.rules();
            exitPlans[symbol] = own.exitPlan();
        }
    }

    /// The strategy whose limits hold for the whole book.
    CompiledStrategy common() {
        return strategies.common();
    }

    /// Whether any symbol's rules look at the market's breadth.
    boolean readsBreadth() {
        return Arrays.stream(rules).anyMatch(own -> own.enableRegimeFilter || own.enableAutoReverse);
    }

    RuleParams rules(int symbol) {
        return rules[symbol];
    }

    int[] exitPlan(int symbol) {
        return exitPlans[symbol];
    }

    /// Ranks candidates and opens what there is room for, each by its own symbol's rules.
    ///
    /// @param order room for `count` indexes
    void enter(
            Books books,
            double equity,
            Candidate[] candidates,
            int count,
            int[] order,
            long ts,
            boolean isSubBar,
            long[] counts) {
        Ranking.rank(candidates, count, order);
        for (int i = 0; i < count; i++) {
            Candidate next = candidates[order[i]];
            if (!Round.next(
                    rules[next.symbol],
                    books.account,
                    books.positions,
                    books.cooldowns,
                    rules.length,
                    equity,
                    next,
                    ts,
                    isSubBar,
                    counts,
                    books.log)) {
                break;
            }
        }
        books.track(candidates, count);
        books.drain();
    }
}
