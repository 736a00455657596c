package aiquant.simulator.account;

import java.math.BigDecimal;

/// Which liquidation a fill belongs to.
///
/// @param method `market` on the book, or `backstop`
public record Liquidation(String liquidatedUser, BigDecimal markPrice, String method) {}
