package aiquant.engine.shadow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Two lists of trades side by side: how far they decided the same, and where their books parted.
///
/// Trades are compared bar by bar and symbol by symbol: symbol, side, bar and reason have to agree. Sizes and
/// prices may differ, since one of the lists may have been filled at quotes and in whole lots. Once they do, the
/// books differ, and with them stops, targets and sizes; a decision that differs after that is a consequence, one
/// that differs before it is not.
///
/// @param agreeing how many trades were decided the same before the first that was not
/// @param decision the first trade that was not
/// @param size the first of the agreeing trades that differs in size
/// @param price the first of the agreeing trades that differs in price
/// @param unfilled why the traded list lacks the deciding trade, where its order is known to have ended without a
/// fill
public record TradeComparison(
        int agreeing,
        Optional<Difference> decision,
        Optional<Difference> size,
        Optional<Difference> price,
        Optional<String> unfilled) {

    /// A ledger adds sizes as decimals, a replay as doubles: this part of a number is no difference.
    private static final double ALIKE = 1e-9;

    /// What the comparison comes to.
    public enum Verdict {
        /// The same decisions from first to last.
        SAME,
        /// The same decisions until the books had parted.
        SAME_UNTIL_BOOKS_DIFFERED,
        /// Different decisions from equal books.
        DIFFERENT
    }

    /// One place where the lists differ.
    ///
    /// @param number of the trade, 1 for the first
    public record Difference(int number, Optional<TradeLine> traded, Optional<TradeLine> replayed) {

        /// For people, on two lines.
        public String text() {
            return "  traded   " + traded.map(TradeLine::toString).orElse("nothing") + "\n  replayed "
                    + replayed.map(TradeLine::toString).orElse("nothing");
        }
    }

    /// @param unfilled orders of the traded list that ended without a fill
    public static TradeComparison of(List<TradeLine> traded, List<TradeLine> replayed, List<Unfilled> unfilled) {
        List<TradeLine> left = inOrder(traded);
        List<TradeLine> right = inOrder(replayed);
        Optional<Difference> size = Optional.empty();
        Optional<Difference> price = Optional.empty();
        int number = 0;
        while (number < left.size() && number < right.size()) {
            TradeLine one = left.get(number);
            TradeLine other = right.get(number);
            if (!one.decidesAs(other)) {
                break;
            }
            number++;
            Difference here = new Difference(number, Optional.of(one), Optional.of(other));
            if (size.isEmpty() && !isAlike(one.size(), other.size())) {
                size = Optional.of(here);
            }
            if (price.isEmpty() && !isAlike(one.price(), other.price())) {
                price = Optional.of(here);
            }
        }
        if (number == left.size() && number == right.size()) {
            return new TradeComparison(number, Optional.empty(), size, price, Optional.empty());
        }
        Optional<TradeLine> missing = at(right, number);
        Optional<String> why = missing.flatMap(trade -> unfilled.stream()
                .filter(order ->
                        order.timeMs() == trade.timeMs() && order.symbol().equals(trade.symbol()))
                .map(Unfilled::why)
                .findFirst());
        return new TradeComparison(
                number, Optional.of(new Difference(number + 1, at(left, number), missing)), size, price, why);
    }

    private static boolean isAlike(double one, double other) {
        return Math.abs(one - other) <= ALIKE * Math.max(Math.abs(one), Math.abs(other));
    }

    private static Optional<TradeLine> at(List<TradeLine> lines, int index) {
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    /// Within a bar fills arrive as the venue pleases; each symbol's own keep their order.
    private static List<TradeLine> inOrder(List<TradeLine> lines) {
        List<TradeLine> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingLong(TradeLine::timeMs).thenComparing(TradeLine::symbol));
        return sorted;
    }

    public Verdict verdict() {
        if (decision.isEmpty()) {
            return Verdict.SAME;
        }
        boolean hadParted = size.isPresent() || price.isPresent() || unfilled.isPresent();
        return hadParted ? Verdict.SAME_UNTIL_BOOKS_DIFFERED : Verdict.DIFFERENT;
    }

    /// For people.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (verdict()) {
                    case SAME -> "all " + agreeing + " trades agree in symbol, side, bar and reason";
                    case SAME_UNTIL_BOOKS_DIFFERED ->
                        "the first " + agreeing
                                + " trades agree in symbol, side, bar and reason, until the books had parted";
                    case DIFFERENT -> "trade " + (agreeing + 1) + " differs although the books were equal before it";
                });
        size.ifPresent(one -> lines.add("sizes differ from trade " + one.number() + " on\n" + one.text()));
        price.ifPresent(one -> lines.add("prices differ from trade " + one.number() + " on\n" + one.text()));
        decision.ifPresent(one -> lines.add("first other decision: trade " + one.number() + "\n" + one.text()));
        unfilled.ifPresent(why -> lines.add("its order ended without a fill: " + why));
        return lines;
    }
}
