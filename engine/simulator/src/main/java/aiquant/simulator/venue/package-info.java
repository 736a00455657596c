/// The exchange itself: takes actions, matches, values, pays, liquidates, and tells what happened.
///
/// Everything here belongs to one thread. Time is virtual and moves only by `VenueModel.advanceTo`.
@NullMarked
package aiquant.simulator.venue;

import org.jspecify.annotations.NullMarked;
