package aiquant.kernel.rule;

/// What happens at the close of one symbol's main bar: exits, then the signal, then flip, add or candidacy.
///
/// Works on the caller's positions, books modelled fills at once and writes them to the log; a backtest hands in its
/// books, the engine a copy of them whose log lines become intents.
@DeviceCode
public final class MainBar {

    private MainBar() {}

    /// Evaluates the exits of one open position and books what they want.
    ///
    /// @return whether something was closed
    public static boolean exit(
            RuleParams p,
            int[] plan,
            int rules,
            Account a,
            Position pos,
            Cooldown c,
            IndicatorSnapshot s,
            long ts,
            int symbol,
            boolean isPaxg,
            ExitView view,
            ExitResult result,
            FillRow[] log) {
        if (pos.side == 0 || Cooldown.blocksExit(p, c, ts)) {
            return false;
        }
        Exits.evaluate(p, plan, rules, pos, s, ts, isPaxg, view, result);
        if (result.action == ExitResult.HOLD) {
            return false;
        }
        final FillRow row = log[a.rows];
        a.rows = a.rows + 1;
        row.timeMs = ts;
        row.symbol = symbol;
        row.reason = result.reason;
        row.argA = result.argA;
        row.argB = result.argB;
        row.argC = result.argC;
        row.isSubBar = false;
        if (result.action == ExitResult.PARTIAL) {
            Booking.priceExit(pos, s.close, Booking.closedSize(pos.size, result.fraction), row);
            Booking.reduce(a, pos, c, row);
        } else {
            Booking.priceExit(pos, s.close, pos.size, row);
            Booking.close(a, pos, c, row);
        }
        return true;
    }

    /// Evaluates gates and modes and counts the outcome.
    public static void signal(
            RuleParams p,
            IndicatorSnapshot s,
            boolean isBtc,
            int btc,
            double slope,
            GateResult gates,
            Signal signal,
            long[] counts) {
        Gates.evaluate(p, s, isBtc, btc, slope, gates);
        Signals.decide(p, s, gates, slope, signal);
        GateCount.evaluation(counts, gates, signal);
    }

    /// Acts on a raw signal at a main bar: closes an opposite position, adds to one on the same side, or makes a
    /// candidate.
    ///
    /// @param candidates where a candidate goes, at `count`
    /// @return the new number of candidates
    public static int act(
            RuleParams p,
            Account a,
            Position[] positions,
            int symbols,
            Cooldown c,
            IndicatorSnapshot s,
            Signal signal,
            double breadth,
            long ts,
            int symbol,
            Candidate[] candidates,
            int count,
            long[] counts,
            FillRow[] log) {
        final int side = Filters.transform(p, signal.side, breadth);
        if (side == 0) {
            return count;
        }
        final Position pos = positions[symbol];
        if (pos.side == -side) {
            flip(a, pos, c, s, ts, symbol, log);
        }
        final double atr = Filters.flooredAtr(p, s);
        if (pos.side != 0) {
            if (p.enablePyramiding) {
                Adds.attempt(p, a, positions, symbols, c, s, signal.confidence, atr, ts, symbol, false, log);
            }
            return count;
        }
        final int block = Filters.firstBlock(p, s, c, side, signal.confidence, ts);
        if (block != Filters.PASS) {
            GateCount.block(counts, block);
            return count;
        }
        Ranking.put(candidates[count], symbol, side, signal.confidence, s, atr, signal.adxThreshold);
        return count + 1;
    }

    /// Closes a position because the backtest is over.
    public static void end(Account a, Position pos, Cooldown c, double price, long ts, int symbol, FillRow[] log) {
        final FillRow row = log[a.rows];
        a.rows = a.rows + 1;
        row.timeMs = ts;
        row.symbol = symbol;
        row.reason = Reason.END_OF_BACKTEST;
        row.isSubBar = false;
        Booking.priceExit(pos, price, pos.size, row);
        Booking.close(a, pos, c, row);
    }

    /// Settles one hour's funding of an open position.
    public static void fund(Account a, Position pos, double price, double rate, long ts, int symbol, FillRow[] log) {
        final FillRow row = log[a.rows];
        a.rows = a.rows + 1;
        row.timeMs = ts;
        row.symbol = symbol;
        row.isSubBar = false;
        Booking.fund(a, pos, price, rate, row);
    }

    private static void flip(
            Account a, Position pos, Cooldown c, IndicatorSnapshot s, long ts, int symbol, FillRow[] log) {
        final FillRow row = log[a.rows];
        a.rows = a.rows + 1;
        row.timeMs = ts;
        row.symbol = symbol;
        row.reason = Reason.SIGNAL_FLIP;
        row.argA = 0.0;
        row.isSubBar = false;
        Booking.priceExit(pos, s.close, pos.size, row);
        Booking.close(a, pos, c, row);
    }
}
