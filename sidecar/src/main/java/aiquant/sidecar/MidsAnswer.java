package aiquant.sidecar;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.MidsMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Makes the message about prices: what is too old is left out, and a fresh best bid and ask may stand in for the mid.
///
/// @param midsFromBboMs while a best bid and ask is no older than this its middle is the mid; empty: never
record MidsAnswer(Optional<Long> midsFromBboMs) {

    /// How a wait ended.
    record Ending(boolean changed, boolean isTimedOut, boolean isReset) {}

    MidsMessage of(Quotes.View view, Optional<Long> maxAgeMs, long nowMs, Ending ending) {
        Map<Symbol, MidsMessage.Mid> mids = new HashMap<>();
        view.mids().forEach((name, mid) -> {
            if (isFresh(nowMs - mid.receivedMs(), maxAgeMs)) {
                mids.put(new Symbol(name), mid(mid.price(), mid.receivedMs(), mid.changedMs(), nowMs));
            }
        });
        Map<Symbol, MidsMessage.Best> bests = new HashMap<>();
        view.bests().forEach((name, best) -> {
            long ageMs = nowMs - best.receivedMs();
            if (isFresh(ageMs, maxAgeMs)) {
                bests.put(new Symbol(name), new MidsMessage.Best(best.bid(), best.ask(), seconds(ageMs)));
                if (midsFromBboMs.isPresent() && ageMs <= midsFromBboMs.get()) {
                    mids.put(new Symbol(name), mid(best.mid(), best.receivedMs(), best.changedMs(), nowMs));
                }
            }
        });
        return new MidsMessage(
                mids, bests, view.midsSeq(), view.bboSeq(), ending.changed, ending.isTimedOut, ending.isReset);
    }

    private static MidsMessage.Mid mid(double price, long receivedMs, long changedMs, long nowMs) {
        return new MidsMessage.Mid(price, seconds(nowMs - receivedMs), seconds(nowMs - changedMs));
    }

    private static boolean isFresh(long ageMs, Optional<Long> maxAgeMs) {
        return maxAgeMs.isEmpty() || ageMs <= maxAgeMs.get();
    }

    static double seconds(long ms) {
        return Math.max(0, ms) / 1_000.0;
    }
}
