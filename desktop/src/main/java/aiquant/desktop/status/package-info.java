/// The status bar: is the data fresh, is the ledger written, is the machine well?
@NullMarked
package aiquant.desktop.status;

import org.jspecify.annotations.NullMarked;
