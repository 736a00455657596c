/// The kill switch: pause entries, halt, flatten, and the slower way back.
@NullMarked
package aiquant.desktop.kill;

import org.jspecify.annotations.NullMarked;
