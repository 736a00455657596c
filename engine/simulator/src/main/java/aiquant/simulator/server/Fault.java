package aiquant.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Something that goes wrong on purpose: where, what, and how often.
///
/// @param place       `frame:CHANNEL` for messages on the socket, `info:TYPE` or `action:TYPE` for requests; `*` for
/// all
/// @param probability 0 to 1, for each message that passes the place
/// @param skip        how many strikes are let go first
/// @param times       how many strikes there are after that
/// @param ms          how long, for delays, silence and half-open connections
/// @param code        an HTTP status, or the code of a close frame
/// @param isAfter     whether a request is carried out before its answer is lost
public record Fault(
        String place, Effect effect, double probability, long skip, long times, long ms, int code, boolean isAfter) {

    /// What happens.
    public enum Effect {
        /// The message, or the answer, is lost; a request's connection is cut.
        DROP,
        DELAY,
        DUPLICATE,
        /// The message comes after the next one.
        REORDER,
        /// The connection stays up and nothing comes, not even pongs.
        SILENCE,
        /// As silence, and nothing that is said is heard.
        HALF_OPEN,
        DISCONNECT,
        /// A request is answered with a status and no JSON.
        STATUS,
        /// Half of the message is missing.
        TRUNCATE,
        /// One character of the message is another.
        ALTER
    }

    public Fault {
        if (!place.matches("(frame|info|action):(\\*|[A-Za-z0-9]+)")) {
            throw new IllegalArgumentException(
                    "place must be frame:, info: or action: and a channel or type, or *: '" + place + "'");
        }
        boolean isFrame = place.startsWith("frame:");
        if (isFrame ? effect == Effect.STATUS : effect == Effect.DUPLICATE || effect == Effect.REORDER) {
            throw new IllegalArgumentException(
                    word(effect) + " does not happen to " + (isFrame ? "messages on the socket" : "requests"));
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must lie in 0..1: " + probability);
        }
        if (skip < 0 || times < 0 || ms < 0) {
            throw new IllegalArgumentException(
                    "skip, times and ms must not be negative: " + skip + ", " + times + ", " + ms);
        }
    }

    /// Always, until it is taken away.
    public static Fault always(String place, Effect effect) {
        return new Fault(place, effect, 1.0, 0, Long.MAX_VALUE, 0, 0, false);
    }

    /// The next time only.
    public static Fault once(String place, Effect effect) {
        return always(place, effect).times(1);
    }

    public Fault withProbability(double share) {
        return new Fault(place, effect, share, skip, times, ms, code, isAfter);
    }

    public Fault times(long most) {
        return new Fault(place, effect, probability, skip, most, ms, code, isAfter);
    }

    public Fault skipping(long first) {
        return new Fault(place, effect, probability, first, times, ms, code, isAfter);
    }

    public Fault lasting(long milliseconds) {
        return new Fault(place, effect, probability, skip, times, milliseconds, code, isAfter);
    }

    public Fault withCode(int number) {
        return new Fault(place, effect, probability, skip, times, ms, number, isAfter);
    }

    /// The request is carried out; only its answer is lost.
    public Fault afterAccept() {
        return new Fault(place, effect, probability, skip, times, ms, code, true);
    }

    /// Reads `{"place":"frame:bbo","effect":"drop","probability":0.1,"times":3}`.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static Fault of(JsonNode json) {
        String word = json.path("effect").asText();
        Effect effect = Arrays.stream(Effect.values())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown effect '" + word + "'; valid: "
                        + Arrays.stream(Effect.values()).map(Fault::word).collect(Collectors.joining(" "))));
        return new Fault(
                json.path("place").asText(),
                effect,
                json.path("probability").asDouble(1.0),
                json.path("skip").asLong(0),
                json.path("times").asLong(Long.MAX_VALUE),
                json.path("ms").asLong(0),
                json.path("code").asInt(0),
                json.path("after").asBoolean(false));
    }

    public ObjectNode toJson() {
        return Nodes.object()
                .put("place", place)
                .put("effect", word(effect))
                .put("probability", probability)
                .put("skip", skip)
                .put("times", times)
                .put("ms", ms)
                .put("code", code)
                .put("after", isAfter);
    }

    private static String word(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
