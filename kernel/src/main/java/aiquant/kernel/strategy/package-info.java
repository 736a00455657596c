/// What a strategy is made of: its parameters and the plan of its behaviours.
@NullMarked
package aiquant.kernel.strategy;

import org.jspecify.annotations.NullMarked;
