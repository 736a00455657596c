package aiquant.simulator.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much margin a position must keep, by its size: a rate and a deduction for each tier.
///
/// The rate of a tier is `1 / (2 · maxLeverage)`; deductions make the requirement continuous across the bounds.
/// Results are exact to 34 digits.
///
/// @param id    below 50 it stands for a single tier with that leverage
/// @param tiers lowest first, the first from zero
public record MarginTable(int id, String description, List<MarginTier> tiers) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    public MarginTable {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.getFirst().lowerBoundUsd().signum() != 0) {
            throw new IllegalArgumentException("margin table " + id + " must begin with a tier from zero: " + tiers);
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).lowerBoundUsd().compareTo(tiers.get(i - 1).lowerBoundUsd()) <= 0) {
                throw new IllegalArgumentException("tiers of margin table " + id + " must rise: " + tiers);
            }
        }
    }

    /// One tier for every size.
    public static MarginTable single(int maxLeverage) {
        return new MarginTable(maxLeverage, "", List.of(new MarginTier(BigDecimal.ZERO, maxLeverage)));
    }

    public int maxLeverage() {
        return tiers.getFirst().maxLeverage();
    }

    /// The leverage allowed for a position of this notional.
    public int maxLeverageAt(BigDecimal notionalUsd) {
        return tiers.get(tierAt(notionalUsd)).maxLeverage();
    }

    /// The margin below which a position of this notional is liquidated.
    public BigDecimal maintenance(BigDecimal notionalUsd) {
        int tier = tierAt(notionalUsd);
        return notionalUsd.divide(twice(tier), EXACT).subtract(deduction(tier), EXACT);
    }

    /// The price at which equity, moving with this position alone, meets what must be kept.
    ///
    /// @param size      signed, not zero
    /// @param rawUsd    equity less `size · price`: what is left when the position's value is taken out
    /// @param keepUsd   maintenance of everything else that shares the equity
    /// @return empty when there is no such price above zero
    public Optional<BigDecimal> liquidationPrice(BigDecimal size, BigDecimal rawUsd, BigDecimal keepUsd) {
        // rawUsd + size·p = keepUsd + |size|·p·rate - deduction, in the tier where |size|·p lies.
        BigDecimal magnitude = size.abs();
        List<BigDecimal> found = new ArrayList<>();
        for (int tier = 0; tier < tiers.size(); tier++) {
            BigDecimal missing = keepUsd.subtract(deduction(tier)).subtract(rawUsd);
            BigDecimal slope = size.subtract(magnitude.divide(twice(tier), EXACT));
            BigDecimal price = missing.divide(slope, EXACT);
            if (price.signum() > 0 && tierAt(magnitude.multiply(price)) == tier) {
                found.add(price);
            }
        }
        // Equity falls along the way to a long's price and rises with it for a short's: the nearer one comes first.
        return size.signum() > 0
                ? found.stream().max(BigDecimal::compareTo)
                : found.stream().min(BigDecimal::compareTo);
    }

    private int tierAt(BigDecimal notionalUsd) {
        int tier = 0;
        while (tier + 1 < tiers.size() && tiers.get(tier + 1).lowerBoundUsd().compareTo(notionalUsd) <= 0) {
            tier++;
        }
        return tier;
    }

    private BigDecimal deduction(int tier) {
        BigDecimal deduction = BigDecimal.ZERO;
        for (int i = 1; i <= tier; i++) {
            BigDecimal bound = tiers.get(i).lowerBoundUsd();
            deduction = deduction.add(bound.divide(twice(i), EXACT)).subtract(bound.divide(twice(i - 1), EXACT));
        }
        return deduction;
    }

    private BigDecimal twice(int tier) {
        return BigDecimal.valueOf(2L * tiers.get(tier).maxLeverage());
    }
}
