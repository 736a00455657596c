package aiquant.kernel.decision;

import aiquant.kernel.backtest.Actions;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.decision.KernelState.Scratch;
import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.Reason;
import aiquant.kernel.strategy.Confidence;
import java.util.Optional;

/// Books a venue's fill with the same arithmetic a backtest uses for its own.
final class FillBooking {

    /// What a fill may leave of a position, as a part of it, and still close it: the pieces of one order need not add
    /// up to its size exactly.
    private static final double DUST = 1e-12;

    private FillBooking() {}

    static TradeRecord book(Scratch books, int number, Fill fill) {
        Position position = books.positions[number];
        Cooldown cooldown = books.cooldowns[number];
        FillRow row = new FillRow();
        row.timeMs = fill.timeMs();
        row.symbol = number;
        row.side = fill.intent().isLong() ? 1 : -1;
        row.reference = fill.intent().price();
        row.price = fill.price();
        row.size = fill.size();
        row.fee = fill.fee();
        check(position, row.side, fill);
        double share = fill.size() == fill.intent().size()
                ? 1.0
                : fill.size() / fill.intent().size();
        switch (fill.intent()) {
            case Intent.Open open -> open(books, position, cooldown, row, open, share);
            case Intent.Add add -> add(books, position, cooldown, row, add, share);
            case Intent.Reduce _ -> {
                row.reason = Reason.PARTIAL_TARGET;
                take(books, position, cooldown, row, fill);
            }
            case Intent.Close close -> {
                row.reason = close.isFlip() ? Reason.SIGNAL_FLIP : Reason.NONE;
                take(books, position, cooldown, row, fill);
            }
        }
        return record(row, fill);
    }

    /// Every fill but one that opens needs a position, and one of its own side.
    private static void check(Position position, int side, Fill fill) {
        if (position.side == 0 && !(fill.intent() instanceof Intent.Open)) {
            String does = fill.intent() instanceof Intent.Add ? "adds to " : "closes ";
            throw new IllegalArgumentException("a fill " + does + fill.symbol() + ", which is flat: " + fill);
        }
        if (position.side == -side) {
            String name = side > 0 ? "long" : "short";
            String other = side > 0 ? "short" : "long";
            throw new IllegalArgumentException(
                    "a fill is " + name + " but the position of " + fill.symbol() + " is " + other + ": " + fill);
        }
    }

    private static void open(
            Scratch books, Position position, Cooldown cooldown, FillRow row, Intent.Open open, double share) {
        row.notional = open.notional() * share;
        row.margin = open.margin() * share;
        row.leverage = open.leverage();
        row.confidence = open.confidence();
        row.entryAtr = open.entryAtr();
        row.adxThreshold = open.entryAdxThreshold();
        if (position.side == 0) {
            Booking.open(books.account, position, cooldown, row);
        } else {
            // A further fill of the same order: the position grows, but it is not an add.
            int adds = position.adds;
            long lastAdd = position.lastAddMs;
            Booking.add(books.account, position, cooldown, row);
            position.adds = adds;
            position.lastAddMs = lastAdd;
        }
    }

    private static void add(
            Scratch books, Position position, Cooldown cooldown, FillRow row, Intent.Add add, double share) {
        row.notional = add.notional() * share;
        row.margin = add.margin() * share;
        row.confidence = add.confidence();
        row.entryAtr = add.atr();
        Booking.add(books.account, position, cooldown, row);
    }

    private static void take(Scratch books, Position position, Cooldown cooldown, FillRow row, Fill fill) {
        if (position.size - fill.size() <= position.size * DUST) {
            Booking.close(books.account, position, cooldown, row);
        } else {
            Booking.reduce(books.account, position, cooldown, row);
        }
    }

    private static TradeRecord record(FillRow row, Fill fill) {
        String action = Actions.text(row.action, row.side);
        String reason = fill.intent().reason();
        return new TradeRecord(
                row.timeMs,
                fill.symbol(),
                action,
                row.price,
                row.size,
                row.notional,
                reason,
                ReasonCode.of(action, reason),
                Confidence.of(row.confidence),
                row.pnl,
                row.fee,
                row.balance,
                row.entryAtr,
                row.leverage,
                row.margin,
                Optional.empty());
    }
}
