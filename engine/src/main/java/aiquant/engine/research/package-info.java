/// What a replay leaves behind: report, trade list, digests, a summary to read and a page to look at.
@NullMarked
package aiquant.engine.research;

import org.jspecify.annotations.NullMarked;
