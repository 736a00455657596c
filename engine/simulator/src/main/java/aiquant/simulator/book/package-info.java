/// The order book of one perpetual: price first, then time.
@NullMarked
package aiquant.simulator.book;

import org.jspecify.annotations.NullMarked;
