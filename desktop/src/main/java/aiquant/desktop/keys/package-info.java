/// Every keyboard shortcut in one list.
@NullMarked
package aiquant.desktop.keys;

import org.jspecify.annotations.NullMarked;
