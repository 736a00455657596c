/// Candles by pixel columns: the store, the viewport and the layers, most of it without a toolkit.
@NullMarked
package aiquant.desktop.plot;

import org.jspecify.annotations.NullMarked;
