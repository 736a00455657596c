package aiquant.simulator.venue;

import java.math.BigDecimal;

/// The funding rate of one past hour.
public record FundingRow(String coin, BigDecimal rate, BigDecimal premium, long timeMs) {}
