package aiquant.kernel.rule;

/// Books fills: moves a position, the balance and the cooldowns, and writes the line that says so.
///
/// Every change of a position or of the balance happens here, in backtest and engine alike.
@DeviceCode
public final class Booking {

    /// Fee of every fill as a fraction of its notional: 3.5 bp.
    public static final double FEE_RATE = 3.5 / 10000.0;

    /// Price concession of every exit, in basis points; the configurable slippage is for entries.
    public static final double EXIT_SLIPPAGE_BPS = 0.5;

    private Booking() {}

    /// The price at which a modelled entry or add fills.
    public static double entryFill(double close, int side, double slippageBps) {
        final double slip = slippageBps / 10000.0;
        return Num.q(side > 0 ? close * (1.0 + slip) : close * (1.0 - slip));
    }

    /// The price at which a modelled exit fills.
    public static double exitFill(double close, int side) {
        final double slip = EXIT_SLIPPAGE_BPS / 10000.0;
        return Num.q(side > 0 ? close * (1.0 - slip) : close * (1.0 + slip));
    }

    public static double fee(double notional) {
        return Num.q(notional * FEE_RATE);
    }

    /// The size a partial exit takes off.
    public static double closedSize(double size, double fraction) {
        return Num.q(size * Num.clamp(fraction, 0.0, 1.0));
    }

    /// Opens a position with the row's side, price, size, notional, margin, leverage, confidence and thresholds.
    public static void open(Account a, Position pos, Cooldown c, FillRow row) {
        pos.side = row.side;
        pos.entry = row.price;
        pos.size = row.size;
        pos.margin = row.margin;
        pos.leverage = row.leverage;
        pos.confidence = row.confidence;
        pos.entryAtr = row.entryAtr;
        pos.entryAdxThreshold = row.adxThreshold;
        pos.hasTrailing = false;
        pos.trailing = 0.0;
        pos.adds = 0;
        pos.isTp1Taken = false;
        pos.openMs = row.timeMs;
        pos.lastAddMs = row.timeMs;
        a.balance = a.balance - row.fee;
        a.open = a.open + 1;
        Cooldown.entered(c, row.timeMs);
        row.action = FillRow.OPEN;
        row.pnl = 0.0;
        row.balance = a.balance;
        row.openMs = row.timeMs;
    }

    /// Adds the row's size at its price; the row's margin is the add's and becomes the whole position's.
    public static void add(Account a, Position pos, Cooldown c, FillRow row) {
        final double sum = pos.size + row.size;
        pos.entry = sum < 1e-12 ? row.price : (pos.entry * pos.size + row.price * row.size) / sum;
        pos.size = sum;
        pos.margin = pos.margin + row.margin;
        pos.adds = pos.adds + 1;
        pos.lastAddMs = row.timeMs;
        a.balance = a.balance - row.fee;
        Cooldown.entered(c, row.timeMs);
        row.action = FillRow.ADD;
        row.addMargin = row.margin;
        row.margin = pos.margin;
        row.leverage = pos.leverage;
        row.pnl = 0.0;
        row.balance = a.balance;
        row.openMs = pos.openMs;
    }

    /// Prices a modelled exit of `size` units at a close: fill, notional and fee.
    public static void priceExit(Position pos, double close, double size, FillRow row) {
        row.reference = close;
        row.price = exitFill(close, pos.side);
        row.size = size;
        row.fee = fee(Num.q(row.price * size));
    }

    /// Closes the whole position at the row's price and fee.
    public static void close(Account a, Position pos, Cooldown c, FillRow row) {
        row.size = pos.size;
        row.part = 1.0;
        row.margin = pos.margin;
        settle(a, pos, row);
        row.action = FillRow.CLOSE;
        Cooldown.exited(c, row.timeMs, pos.side, row.reason == Reason.SIGNAL_FLIP);
        pos.side = 0;
        a.open = a.open - 1;
    }

    /// Closes the row's size, a part of the position, at its price and fee; the trailing stop stays where it is.
    public static void reduce(Account a, Position pos, Cooldown c, FillRow row) {
        row.part = row.size / pos.size;
        row.margin = pos.margin * row.part;
        settle(a, pos, row);
        row.action = FillRow.REDUCE;
        Cooldown.exited(c, row.timeMs, pos.side, row.reason == Reason.SIGNAL_FLIP);
        pos.size = pos.size - pos.size * row.part;
        pos.margin = pos.margin * (1.0 - row.part);
        if (row.reason == Reason.PARTIAL_TARGET) {
            pos.isTp1Taken = true;
        }
    }

    private static void settle(Account a, Position pos, FillRow row) {
        final double raw = (row.price - pos.entry) * row.size;
        row.notional = Num.q(row.price * row.size);
        row.pnl = Num.q(pos.side > 0 ? raw : -raw);
        a.balance = a.balance + (row.pnl - row.fee);
        row.balance = a.balance;
        row.side = pos.side;
        row.entryAtr = pos.entryAtr;
        row.leverage = pos.leverage;
        row.confidence = pos.confidence;
        row.hadTrailing = pos.hasTrailing;
        row.trailing = pos.hasTrailing ? pos.trailing : 0.0;
        row.openMs = pos.openMs;
    }

    /// Pays or receives funding on an open position; positive rates are paid by longs.
    public static void fund(Account a, Position pos, double price, double rate, FillRow row) {
        final double signed = pos.side > 0 ? pos.size : -pos.size;
        final double delta = Num.q((-signed * price) * rate);
        a.balance = a.balance + delta;
        row.action = FillRow.FUNDING;
        row.side = pos.side;
        row.price = price;
        row.reference = price;
        row.size = pos.size;
        row.notional = pos.size * price;
        row.pnl = delta;
        row.fee = 0.0;
        row.balance = a.balance;
        row.entryAtr = pos.entryAtr;
        row.leverage = pos.leverage;
        row.margin = pos.margin;
        row.confidence = pos.confidence;
        row.reason = Reason.FUNDING;
        row.argA = rate;
        row.openMs = pos.openMs;
    }

    /// Balance plus open profit at the marks, summed in symbol order.
    public static double equity(Account a, Position[] positions, double[] marks, int symbols) {
        double open = 0.0;
        for (int i = 0; i < symbols; i++) {
            if (positions[i].side != 0) {
                final double move = (marks[i] - positions[i].entry) * positions[i].size;
                open = open + (positions[i].side > 0 ? move : -move);
            }
        }
        return a.balance + open;
    }

    /// Margin of all open positions, summed in symbol order.
    public static double margin(Position[] positions, int symbols) {
        double sum = 0.0;
        for (int i = 0; i < symbols; i++) {
            if (positions[i].side != 0) {
                sum = sum + positions[i].margin;
            }
        }
        return sum;
    }
}
