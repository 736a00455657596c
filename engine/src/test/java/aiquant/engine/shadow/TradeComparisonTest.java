package aiquant.engine.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.engine.shadow.TradeComparison.Verdict;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.market.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeComparisonTest {

    @Test
    void findsEqualListsTheSameWhateverTheOrderWithinABar() {
        TradeLine btc = line(1, "BTC", "OPEN_LONG", 100, 1);
        TradeLine eth = line(1, "ETH", "OPEN_LONG", 10, 1);

        TradeComparison comparison = TradeComparison.of(List.of(eth, btc), List.of(btc, eth), List.of());

        assertThat(comparison.verdict()).isEqualTo(Verdict.SAME);
        assertThat(comparison.agreeing()).isEqualTo(2);
        assertThat(comparison.size()).isEmpty();
        assertThat(comparison.lines()).containsExactly("all 2 trades agree in symbol, side, bar and reason");
    }

    @Test
    void takesTheLastDigitsOfADoubleForNoDifference() {
        TradeComparison comparison = TradeComparison.of(
                List.of(line(1, "BTC", "OPEN_LONG", 100, 0.3)),
                List.of(line(1, "BTC", "OPEN_LONG", 100, 0.1 + 0.2)),
                List.of());

        assertThat(comparison.size()).isEmpty();
    }

    @Test
    void doesNotMindSizesAndPricesButSaysWhereTheyPart() {
        TradeComparison comparison = TradeComparison.of(
                List.of(line(1, "BTC", "OPEN_LONG", 100, 1), line(2, "BTC", "CLOSE_LONG", 111, 0.9)),
                List.of(line(1, "BTC", "OPEN_LONG", 100, 1), line(2, "BTC", "CLOSE_LONG", 110, 1)),
                List.of());

        assertThat(comparison.verdict()).isEqualTo(Verdict.SAME);
        assertThat(comparison.size().orElseThrow().number()).isEqualTo(2);
        assertThat(comparison.price().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void takesADecisionThatDiffersAfterTheBooksPartedForAConsequence() {
        TradeComparison comparison = TradeComparison.of(
                List.of(line(1, "BTC", "OPEN_LONG", 100, 0.9), line(3, "BTC", "CLOSE_LONG", 90, 0.9)),
                List.of(line(1, "BTC", "OPEN_LONG", 100, 1), line(2, "BTC", "CLOSE_LONG", 91, 1)),
                List.of());

        assertThat(comparison.verdict()).isEqualTo(Verdict.SAME_UNTIL_BOOKS_DIFFERED);
        assertThat(comparison.agreeing()).isEqualTo(1);
        assertThat(comparison.decision().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void findsADecisionThatDiffersFromEqualBooks() {
        TradeLine first = line(1, "BTC", "OPEN_LONG", 100, 1);

        TradeComparison otherSide = TradeComparison.of(
                List.of(first, line(2, "ETH", "OPEN_LONG", 10, 1)),
                List.of(first, line(2, "ETH", "OPEN_SHORT", 10, 1)),
                List.of());
        TradeComparison missing =
                TradeComparison.of(List.of(first), List.of(first, line(2, "ETH", "OPEN_LONG", 10, 1)), List.of());

        assertThat(otherSide.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(missing.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(missing.lines().getLast()).contains("traded   nothing").contains("ETH OPEN_LONG");
    }

    @Test
    void knowsAnOrderThatEndedWithoutAFill() {
        TradeComparison comparison = TradeComparison.of(
                List.of(),
                List.of(line(2, "ETH", "OPEN_LONG", 10, 1)),
                List.of(new Unfilled(2, new Symbol("ETH"), "EXPIRED: no price")));

        assertThat(comparison.verdict()).isEqualTo(Verdict.SAME_UNTIL_BOOKS_DIFFERED);
        assertThat(comparison.lines().getLast()).contains("EXPIRED: no price");
    }

    private static TradeLine line(long timeMs, String symbol, String action, double price, double size) {
        return new TradeLine(
                timeMs, new Symbol(symbol), action, ReasonCode.of(action, "High entry"), "High entry", price, size);
    }
}
