/// Expected values recorded elsewhere, run against this kernel where they are at hand.
@NullMarked
package aiquant.engine.vectors;

import org.jspecify.annotations.NullMarked;
