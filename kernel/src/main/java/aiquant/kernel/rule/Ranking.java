package aiquant.kernel.rule;

/// Who goes first when entries compete: the surest signal in the strongest trend, then the symbol's byte order.
@DeviceCode
public final class Ranking {

    private Ranking() {}

    public static void put(
            Candidate slot,
            int symbol,
            int side,
            int confidence,
            IndicatorSnapshot s,
            double atr,
            double adxThreshold) {
        slot.symbol = symbol;
        slot.side = side;
        slot.confidence = confidence;
        slot.price = s.close;
        slot.atr = atr;
        slot.adx = s.adx;
        slot.adxThreshold = adxThreshold;
        slot.score = score(confidence, s.adx);
    }

    /// Confidence first, then whole ADX points.
    public static long score(int confidence, double adx) {
        return confidence * 100L + (long) adx;
    }

    /// Fills `order` with the candidates' indexes, best first. Candidates arrive in symbol order and ties keep it.
    public static void rank(Candidate[] candidates, int count, int[] order) {
        for (int i = 0; i < count; i++) {
            int at = i;
            while (at > 0 && candidates[order[at - 1]].score < candidates[i].score) {
                order[at] = order[at - 1];
                at = at - 1;
            }
            order[at] = i;
        }
    }
}
