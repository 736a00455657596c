package aiquant.simulator.account;

import java.math.BigDecimal;
import java.util.List;

/// What trading costs, by the volume of the last fourteen days.
public final class FeeSchedule {

    private record Tier(BigDecimal aboveUsd, BigDecimal taker, BigDecimal maker) {}

    private record Rebate(BigDecimal aboveShare, BigDecimal rate) {}

    private static final List<Tier> TIERS = List.of(
            tier("0", "0.00045", "0.00015"),
            tier("5000000", "0.0004", "0.00012"),
            tier("25000000", "0.00035", "0.00008"),
            tier("100000000", "0.0003", "0.00004"),
            tier("500000000", "0.00028", "0"),
            tier("2000000000", "0.00026", "0"),
            tier("7000000000", "0.00024", "0"));

    private static final List<Rebate> REBATES =
            List.of(rebate("0.005", "-0.00001"), rebate("0.015", "-0.00002"), rebate("0.03", "-0.00003"));

    private FeeSchedule() {}

    /// The rates in force for an account, as shares of notional.
    public record Rates(BigDecimal taker, BigDecimal maker) {}

    /// @param volumeUsd  of fourteen days
    /// @param makerShare this account's part of all maker volume, 0 to 1
    public static Rates rates(BigDecimal volumeUsd, BigDecimal makerShare) {
        Tier tier = TIERS.getFirst();
        for (Tier next : TIERS) {
            if (volumeUsd.compareTo(next.aboveUsd) > 0) {
                tier = next;
            }
        }
        BigDecimal maker = tier.maker;
        for (Rebate rebate : REBATES) {
            if (makerShare.compareTo(rebate.aboveShare) > 0) {
                maker = rebate.rate;
            }
        }
        return new Rates(tier.taker, maker);
    }

    private static Tier tier(String above, String taker, String maker) {
        return new Tier(new BigDecimal(above), new BigDecimal(taker), new BigDecimal(maker));
    }

    private static Rebate rebate(String above, String rate) {
        return new Rebate(new BigDecimal(above), new BigDecimal(rate));
    }
}
