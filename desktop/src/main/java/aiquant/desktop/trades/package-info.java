/// What was filled, and what did it earn?
@NullMarked
package aiquant.desktop.trades;

import org.jspecify.annotations.NullMarked;
