/// Exact decimals for everything that is booked: prices, quantities and dollars that cannot be confused.
@NullMarked
package aiquant.money;

import org.jspecify.annotations.NullMarked;
