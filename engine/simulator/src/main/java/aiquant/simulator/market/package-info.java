/// What a perpetual is and how its numbers come about: grid, margin tiers, mark, funding, candles.
@NullMarked
package aiquant.simulator.market;

import org.jspecify.annotations.NullMarked;
