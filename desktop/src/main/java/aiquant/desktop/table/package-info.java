/// Tables whose rows are updated in place.
@NullMarked
package aiquant.desktop.table;

import org.jspecify.annotations.NullMarked;
