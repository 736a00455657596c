/// The sweep's work on a graphics card: what one thread does for one configuration.
///
/// Everything here is in the subset of Java that also becomes CUDA; the JVM runs the same source to prove it.
@NullMarked
package aiquant.kernel.device;

import org.jspecify.annotations.NullMarked;
