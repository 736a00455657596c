/// Runs the kernel's device code on graphics cards.
@NullMarked
package aiquant.gpu;

import org.jspecify.annotations.NullMarked;
