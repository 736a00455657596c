package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// Whole states of one account that come by stream and whose envelopes nothing but recordings describes.
///
/// So the envelope may lack anything; what is there is read as strictly as the answers to the same questions.
public sealed interface StatePayload extends Payload {

    /// All spot balances.
    record SpotUpdate(Optional<String> user, Optional<SpotState> state, Extra extra) implements StatePayload {

        static SpotUpdate read(Value value) {
            Fields fields = value.fields();
            return new SpotUpdate(
                    fields.optional("user", Value::text),
                    fields.optional("spotState", SpotState::read),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree().put("user", user).put("spotState", state).with(extra);
        }
    }

    /// All orders of the account on one dex that are being traded in slices.
    record TwapStates(Optional<String> dex, Optional<String> user, Optional<List<TwapState>> states, Extra extra)
            implements StatePayload {

        static TwapStates read(Value value) {
            Fields fields = value.fields();
            return new TwapStates(
                    fields.optional("dex", Value::text),
                    fields.optional("user", Value::text),
                    fields.optional("states", states -> states.list(TwapState::read)),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("dex", dex)
                    .put("user", user)
                    .put("states", states)
                    .with(extra);
        }
    }

    /// The account on all dexes.
    record AllDexsState(Optional<String> user, Optional<List<Dex>> states, Extra extra) implements StatePayload {

        /// @param name empty for the first dex
        public record Dex(String name, ClearinghouseState state) implements Wire {

            static Dex read(Value value) {
                List<Value> pair = value.tuple(2);
                return new Dex(pair.get(0).text(), ClearinghouseState.read(pair.get(1)));
            }

            @Override
            public JsonNode toJson() {
                return Tree.list(name, state);
            }
        }

        static AllDexsState read(Value value) {
            Fields fields = value.fields();
            return new AllDexsState(
                    fields.optional("user", Value::text),
                    fields.optional("clearinghouseStates", states -> states.list(Dex::read)),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("user", user)
                    .put("clearinghouseStates", states)
                    .with(extra);
        }
    }
}
