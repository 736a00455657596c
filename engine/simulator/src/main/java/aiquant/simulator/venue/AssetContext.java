package aiquant.simulator.venue;

import java.math.BigDecimal;
import java.util.Optional;

/// A coin's numbers of the moment.
///
/// @param funding   running estimate of the next hourly rate
/// @param mid       empty without a two-sided book, as are the impact prices while it is thin
/// @param premium   last sample
public record AssetContext(
        String coin,
        BigDecimal funding,
        BigDecimal openInterest,
        BigDecimal prevDayPrice,
        BigDecimal dayNotionalUsd,
        BigDecimal dayBase,
        BigDecimal oraclePrice,
        BigDecimal markPrice,
        Optional<BigDecimal> mid,
        Optional<BigDecimal> premium,
        Optional<BigDecimal> impactBid,
        Optional<BigDecimal> impactAsk) {}
