/// The market data on disk: candles, funding rates and listings, with one writer per file and many readers.
@NullMarked
package aiquant.sidecar.store;

import org.jspecify.annotations.NullMarked;
