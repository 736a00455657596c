/// The simulated exchange's doors: the public protocol on loopback, in front of the model.
@NullMarked
package aiquant.simulator.server;

import org.jspecify.annotations.NullMarked;
