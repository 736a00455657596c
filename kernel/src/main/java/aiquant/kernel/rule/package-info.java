/// The decision rules, in the subset of Java that also becomes CUDA.
@NullMarked
package aiquant.kernel.rule;

import org.jspecify.annotations.NullMarked;
