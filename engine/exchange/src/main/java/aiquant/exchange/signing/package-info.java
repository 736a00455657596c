/// Keys, nonces and signatures: everything between an action and the bytes that go to the venue.
@NullMarked
package aiquant.exchange.signing;

import org.jspecify.annotations.NullMarked;
