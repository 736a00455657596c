/// Where the simulated world's prices, books and prints come from.
@NullMarked
package aiquant.simulator.source;

import org.jspecify.annotations.NullMarked;
