package aiquant.simulator.venue;

import java.math.BigDecimal;

/// How many requests an address has made and may make.
public record RateLimit(BigDecimal cumulativeVolumeUsd, long used, long cap) {}
