/// Orders from intent to fill.
@NullMarked
package aiquant.engine.order;

import org.jspecify.annotations.NullMarked;
