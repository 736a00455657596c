package aiquant.simulator.market;

import aiquant.simulator.order.Side;
import java.math.BigDecimal;

/// One print on the public tape.
///
/// @param side the aggressor's
public record PublicTrade(
        String coin,
        Side side,
        BigDecimal price,
        BigDecimal size,
        long timeMs,
        String hash,
        long tradeId,
        String buyer,
        String seller) {}
