/// Where candles come from.
@NullMarked
package aiquant.engine.feed;

import org.jspecify.annotations.NullMarked;
