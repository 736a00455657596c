/// Orders as the exchange takes, names and refuses them.
@NullMarked
package aiquant.simulator.order;

import org.jspecify.annotations.NullMarked;
