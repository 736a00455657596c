/// What did we ask for, and what happened?
@NullMarked
package aiquant.desktop.orders;

import org.jspecify.annotations.NullMarked;
