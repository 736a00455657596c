/// The replay loop over stored candles, and its report.
@NullMarked
package aiquant.kernel.backtest;

import org.jspecify.annotations.NullMarked;
