/// A sidecar in a process of its own against the local exchange: killed, cut off and lied to, and whole in the end.
@NullMarked
package aiquant.headless.soak;

import org.jspecify.annotations.NullMarked;
