package aiquant.kernel.decision;

import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Num;

/// Fills an intent as the backtest would: entries concede the configured slippage, exits half a basis point.
///
/// @param slippageBps price concession of entries and adds, in basis points
public record FillModel(double slippageBps) {

    /// The fill of `intent`, whole, at its own close.
    public Fill fill(Intent intent, long timeMs) {
        int side = intent.isLong() ? 1 : -1;
        return switch (intent) {
            case Intent.Open open -> entry(open, open.notional(), side, timeMs);
            case Intent.Add add -> entry(add, add.notional(), side, timeMs);
            case Intent.Reduce reduce -> exit(reduce, side, timeMs);
            case Intent.Close close -> exit(close, side, timeMs);
        };
    }

    private Fill entry(Intent intent, double notional, int side, long timeMs) {
        double price = Booking.entryFill(intent.price(), side, slippageBps);
        return new Fill(intent, timeMs, price, intent.size(), Booking.fee(notional));
    }

    private Fill exit(Intent intent, int side, long timeMs) {
        double price = Booking.exitFill(intent.price(), side);
        return new Fill(intent, timeMs, price, intent.size(), Booking.fee(Num.q(price * intent.size())));
    }
}
