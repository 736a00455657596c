package aiquant.headless.command;

import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.research.ReplayJob;
import aiquant.engine.research.ReplayOutcome;
import aiquant.engine.research.ReplayRequest;
import aiquant.engine.shadow.LedgerTrades;
import aiquant.engine.shadow.TradeComparison;
import aiquant.engine.shadow.TradeComparison.Verdict;
import aiquant.engine.shadow.TradeLine;
import aiquant.kernel.backtest.ReasonCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Holds the trades of a ledger against a replay of the same candles.
@Command(
        name = "compare",
        description = {
            "Replays the candles a ledger was traded on and compares symbol, side, bar and reason of every trade.",
            "Where paper was filled at quotes the books part sooner or later; the first decision that differs is shown."
                    + " Exit code 1 means that a decision differs although the books were equal before it.",
            "Balance and lookback are the ledger's; candles, strategy and period have to be given as they were."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class LedgerCompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataFolder folder = new DataFolder();

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Override
    public Integer call() throws IOException {
        LedgerTrades ledger;
        try (LedgerReader reader = LedgerReader.open(folder.ledger())) {
            ledger = LedgerTrades.read(reader);
        }
        ReplayRequest request = market.request()
                .startingWith(
                        ledger.run().initialBalanceUsd().value().doubleValue(),
                        ledger.run().lookback());
        ReplayOutcome outcome = new ReplayJob(request, folder.environment()).run();
        PrintWriter err = spec.commandLine().getErr();
        outcome.notices().forEach(err::println);
        notices(ledger, outcome).forEach(err::println);
        err.flush();
        TradeComparison comparison =
                TradeComparison.of(ledger.trades(), replayed(outcome, ledger.lastDecidedMs()), ledger.unfilled());
        PrintWriter out = spec.commandLine().getOut();
        comparison.lines().forEach(out::println);
        out.flush();
        return comparison.verdict() == Verdict.DIFFERENT ? 1 : 0;
    }

    /// What may explain that nothing fits.
    private static List<String> notices(LedgerTrades ledger, ReplayOutcome outcome) {
        String replayed = outcome.facts().fingerprint();
        return ledger.configIds().equals(List.of(replayed))
                ? List.of()
                : List.of("the ledger was traded with configuration " + String.join(", ", ledger.configIds())
                        + ", this replay uses " + replayed);
    }

    /// What the replay did while the ledger was traded. That it closes everything at its end is its own affair.
    private static List<TradeLine> replayed(ReplayOutcome outcome, long untilMs) {
        return outcome.result().trades().stream()
                .filter(trade -> trade.timeMs() <= untilMs)
                .filter(trade -> trade.reasonCode() != ReasonCode.EXIT_END_OF_BACKTEST)
                .filter(trade -> trade.reasonCode() != ReasonCode.FUNDING_PAYMENT)
                .map(TradeLine::of)
                .toList();
    }
}
