/// What the sidecar and its clients say to each other over its socket, and the client.
@NullMarked
package aiquant.sidecar.wire;

import org.jspecify.annotations.NullMarked;
