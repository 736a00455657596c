/// Where orders go, and what comes back.
@NullMarked
package aiquant.engine.venue;

import org.jspecify.annotations.NullMarked;
