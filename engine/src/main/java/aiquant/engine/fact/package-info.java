/// What the ledger records, as types, and the JSON they are written in.
@NullMarked
package aiquant.engine.fact;

import org.jspecify.annotations.NullMarked;
