/// The kernel as the engine sees it: events in, intents out.
@NullMarked
package aiquant.kernel.decision;

import org.jspecify.annotations.NullMarked;
