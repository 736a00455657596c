/// How close to a limit?
@NullMarked
package aiquant.desktop.risk;

import org.jspecify.annotations.NullMarked;
