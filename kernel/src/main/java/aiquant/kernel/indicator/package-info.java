/// Indicators computed bar by bar.
@NullMarked
package aiquant.kernel.indicator;

import org.jspecify.annotations.NullMarked;
