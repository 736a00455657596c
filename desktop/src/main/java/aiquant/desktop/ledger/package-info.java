/// What exactly happened? Raw entries of the ledger.
@NullMarked
package aiquant.desktop.ledger;

import org.jspecify.annotations.NullMarked;
