/// Numbers and times as a trader reads them: fixed decimals, grouped, the same width while they change.
@NullMarked
package aiquant.desktop.figures;

import org.jspecify.annotations.NullMarked;
