/// What an account holds, owes, pays and may still do.
@NullMarked
package aiquant.simulator.account;

import org.jspecify.annotations.NullMarked;
