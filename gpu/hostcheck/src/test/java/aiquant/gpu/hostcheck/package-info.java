/// The generated device code, built for the processor, against the JVM.
@NullMarked
package aiquant.gpu.hostcheck;

import org.jspecify.annotations.NullMarked;
