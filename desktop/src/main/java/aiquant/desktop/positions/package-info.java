/// What do we hold?
@NullMarked
package aiquant.desktop.positions;

import org.jspecify.annotations.NullMarked;
