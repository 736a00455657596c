/// Exact positions and cash.
@NullMarked
package aiquant.engine.portfolio;

import org.jspecify.annotations.NullMarked;
