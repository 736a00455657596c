/// Turns device code written in a subset of Java into CUDA C while javac compiles it.
@NullMarked
package aiquant.gpu.translator;

import org.jspecify.annotations.NullMarked;
