package aiquant.kernel.rule;

/// How much to put on.
@DeviceCode
public final class Sizing {

    private Sizing() {}

    /// Margin in USD for a fresh entry, before exposure limits.
    public static double margin(RuleParams p, double equity, double price, double atr, double adx, int confidence) {
        double margin = equity * p.allocationPct;
        if (p.enableDynamicSizing) {
            final double byConfidence = confidenceMultiplier(p, confidence);
            final double byTrend = p.adxSizingFullAdx > 0.0
                    ? Num.clamp(adx / p.adxSizingFullAdx, p.adxSizingMinMult, 1.0)
                    : p.adxSizingMinMult;
            final double ratio = p.volBaselinePct > 0.0 && price > 0.0 ? (atr / price) / p.volBaselinePct : 1.0;
            final double byVolatility = Num.clamp(ratio > 0.0 ? 1.0 / ratio : 1.0, p.volScalarMin, p.volScalarMax);
            margin = margin * ((byConfidence * byTrend) * byVolatility);
        }
        return margin;
    }

    private static double confidenceMultiplier(RuleParams p, int confidence) {
        if (confidence == 2) {
            return p.confidenceMultHigh;
        }
        return confidence == 1 ? p.confidenceMultMedium : p.confidenceMultLow;
    }

    /// Leverage of the confidence tier.
    public static double leverage(RuleParams p, int confidence) {
        if (confidence == 2) {
            return p.leverageHigh;
        }
        return confidence == 1 ? p.leverageMedium : p.leverageLow;
    }
}
