/// Symbols, intervals and candles: what the market shows.
@NullMarked
package aiquant.kernel.market;

import org.jspecify.annotations.NullMarked;
