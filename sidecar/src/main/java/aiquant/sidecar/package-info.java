/// Collects market data: streams in, closed candles to disk, then to whoever listens.
@NullMarked
package aiquant.sidecar;

import org.jspecify.annotations.NullMarked;
