package aiquant.kernel.rule;

/// What happens to one symbol at a finer bar that may open positions: signal, filters, then candidacy or an add.
///
/// Unlike at a main bar nothing is flipped, nothing is counted, and filters come before adds too.
@DeviceCode
public final class SubBar {

    private SubBar() {}

    /// @param s     main indicators with the finer bar's price over them
    /// @param slope change of the slow average as the main bar sees it
    /// @return the new number of candidates
    public static int act(
            RuleParams p,
            Account a,
            Position[] positions,
            int symbols,
            Cooldown c,
            IndicatorSnapshot s,
            double slope,
            boolean isBtc,
            int btc,
            double breadth,
            GateResult gates,
            Signal signal,
            long ts,
            int symbol,
            Candidate[] candidates,
            int count,
            FillRow[] log) {
        Gates.evaluate(p, s, isBtc, btc, slope, gates);
        Signals.decide(p, s, gates, slope, signal);
        final int side = signal.side == 0 ? 0 : Filters.transform(p, signal.side, breadth);
        if (side == 0) {
            return count;
        }
        if (Filters.firstBlock(p, s, c, side, signal.confidence, ts) != Filters.PASS) {
            return count;
        }
        final double atr = Filters.flooredAtr(p, s);
        final Position pos = positions[symbol];
        if (pos.side == 0) {
            Ranking.put(candidates[count], symbol, side, signal.confidence, s, atr, signal.adxThreshold);
            return count + 1;
        }
        if (pos.side == side && p.enablePyramiding) {
            Adds.attempt(p, a, positions, symbols, c, s, signal.confidence, atr, ts, symbol, true, log);
        }
        return count;
    }
}
