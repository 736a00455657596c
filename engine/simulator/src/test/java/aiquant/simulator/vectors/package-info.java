/// Recorded expectations about margin and funding.
@NullMarked
package aiquant.simulator.vectors;

import org.jspecify.annotations.NullMarked;
