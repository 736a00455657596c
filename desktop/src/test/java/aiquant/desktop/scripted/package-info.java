/// An engine for tests: believable, scripted, in memory.
@NullMarked
package aiquant.desktop.scripted;

import org.jspecify.annotations.NullMarked;
