/// Why did we trade here? The chart of the selected symbol.
@NullMarked
package aiquant.desktop.chart;

import org.jspecify.annotations.NullMarked;
