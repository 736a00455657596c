/// Safety around the strategy: the risk gate and the kill switch.
@NullMarked
package aiquant.engine.risk;

import org.jspecify.annotations.NullMarked;
