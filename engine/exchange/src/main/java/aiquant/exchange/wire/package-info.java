/// What the exchange says, as typed values: REST answers, replies to actions and WebSocket frames.
///
/// Each record reads itself from a [Value] and writes itself back as an equal JSON tree; what it has no
/// component for survives in [Extra]. A required field that is missing or of the wrong kind is one
/// [WireException] naming its path; an unknown field or an unknown name of a status is tolerated.
@NullMarked
package aiquant.exchange.wire;

import org.jspecify.annotations.NullMarked;
