/// The trading engine: one loop, one ledger, one account, and the interface a person steers it by.
@NullMarked
package aiquant.engine;

import org.jspecify.annotations.NullMarked;
