/// What moves, and what does the strategy think?
@NullMarked
package aiquant.desktop.watchlist;

import org.jspecify.annotations.NullMarked;
