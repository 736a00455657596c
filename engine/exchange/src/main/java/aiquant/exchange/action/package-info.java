/// What can be asked of the venue, as values, and the one form in which each of them is hashed and sent.
@NullMarked
package aiquant.exchange.action;

import org.jspecify.annotations.NullMarked;
