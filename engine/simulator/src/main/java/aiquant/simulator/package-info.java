/// A market to practise on: seeded prices that behave like the real ones, and nothing at stake.
@NullMarked
package aiquant.simulator;

import org.jspecify.annotations.NullMarked;
