package aiquant.engine;

import aiquant.kernel.rule.Exits;
import aiquant.kernel.rule.Num;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.RuleParams;

/// Where the strategy would leave a position at the next close, as far as that can be said beforehand.
///
/// @param stop     entry ∓ multiple of ATR, before the modifiers that depend on the next bar
/// @param trailing the trailing stop, NaN until armed
/// @param target   the full target
record Levels(double stop, double trailing, double target) {

    static Levels of(Position position, RuleParams rules) {
        double entry = Num.q(position.entry);
        double atr = position.entryAtr > 0.0 ? position.entryAtr : entry * 0.005;
        return new Levels(
                Exits.stopLevel(position.side, entry, atr, rules.slAtrMult),
                position.hasTrailing ? position.trailing : Double.NaN,
                entry + position.side * atr * rules.tpAtrMult);
    }

    /// The nearer of stop and trailing stop.
    double nearest(int side) {
        if (Double.isNaN(trailing)) {
            return stop;
        }
        return side > 0 ? Math.max(stop, trailing) : Math.min(stop, trailing);
    }
}
