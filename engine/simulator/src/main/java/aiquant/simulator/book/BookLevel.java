package aiquant.simulator.book;

import java.math.BigDecimal;

/// What is offered at one price.
///
/// @param orders how many orders make it up
public record BookLevel(BigDecimal price, BigDecimal size, int orders) {}
