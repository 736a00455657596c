/// The ledger: the one durable, append-only record everything else is computed from, and the lock that keeps it single.
@NullMarked
package aiquant.engine.ledger;

import org.jspecify.annotations.NullMarked;
