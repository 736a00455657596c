package aiquant.simulator.account;

import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// One trade from one account's point of view.
///
/// @param startPosition signed size before it
/// @param direction     text for people, such as `Open Long`
/// @param closedPnl     before fees, of the part that closed a position
/// @param isTaker       the exchange calls it `crossed`
/// @param fee           in USDC; negative is a rebate
/// @param tradeId       50 bits; unique together with time and coin
/// @param twapId        of the TWAP that the order was a slice of
public record Fill(
        String coin,
        BigDecimal price,
        BigDecimal size,
        Side side,
        long timeMs,
        BigDecimal startPosition,
        String direction,
        BigDecimal closedPnl,
        String hash,
        long orderId,
        boolean isTaker,
        BigDecimal fee,
        long tradeId,
        Optional<String> cloid,
        Optional<Liquidation> liquidation,
        OptionalLong twapId) {}
