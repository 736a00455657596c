package aiquant.simulator.account;

import aiquant.simulator.order.Side;
import java.math.BigDecimal;

/// An order that is traded in slices, as it stands now or stood at its end.
///
/// @param status `activated`, `finished` or `terminated`
public record TwapRow(
        long id,
        String coin,
        Side side,
        BigDecimal size,
        BigDecimal executedSize,
        BigDecimal executedUsd,
        int minutes,
        boolean reduceOnly,
        boolean isRandomized,
        long startMs,
        String status,
        long statusMs) {}
