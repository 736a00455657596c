package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// States of markets that come by stream.
public sealed interface MarketPayload extends Payload {

    /// The state of one market.
    record ActiveAssetCtx(String coin, AssetCtx ctx, Extra extra) implements MarketPayload {

        static ActiveAssetCtx read(Value value) {
            Fields fields = value.fields();
            return new ActiveAssetCtx(fields.text("coin"), AssetCtx.read(fields.required("ctx")), fields.extra());
        }

        static ActiveAssetCtx readSpot(Value value) {
            Fields fields = value.fields();
            return new ActiveAssetCtx(fields.text("coin"), AssetCtx.readSpot(fields.required("ctx")), fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree().put("coin", coin).put("ctx", ctx).with(extra);
        }
    }

    /// All markets of one dex, by their place in its universe.
    ///
    /// @param isBare whether the list came without an object around it
    record AssetCtxs(Optional<String> dex, List<AssetCtx> ctxs, boolean isBare, Extra extra) implements MarketPayload {

        static AssetCtxs read(Value value) {
            if (!value.isObject()) {
                return new AssetCtxs(Optional.empty(), value.list(AssetCtx::read), true, Extra.NONE);
            }
            Fields fields = value.fields();
            return new AssetCtxs(
                    fields.optional("dex", Value::text), fields.list("ctxs", AssetCtx::read), false, fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return isBare
                    ? Tree.node(ctxs)
                    : new Tree().put("dex", dex).put("ctxs", ctxs).with(extra);
        }
    }

    /// All markets of all dexes.
    record AllDexsAssetCtxs(List<Dex> dexs, Extra extra) implements MarketPayload {

        /// @param name empty for the first dex
        public record Dex(String name, List<AssetCtx> ctxs) implements Wire {

            static Dex read(Value value) {
                List<Value> pair = value.tuple(2);
                return new Dex(pair.get(0).text(), pair.get(1).list(AssetCtx::read));
            }

            @Override
            public JsonNode toJson() {
                return Tree.list(name, ctxs);
            }
        }

        static AllDexsAssetCtxs read(Value value) {
            Fields fields = value.fields();
            return new AllDexsAssetCtxs(fields.list("ctxs", Dex::read), fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree().put("ctxs", dexs).with(extra);
        }
    }

    /// Mark and middle prices of the coins that changed, packed to save bytes.
    ///
    /// @param packed as sent
    /// @param ctxs what it says
    record FastAssetCtxs(String packed, Map<String, FastCtx> ctxs) implements MarketPayload {

        static FastAssetCtxs read(Value value) {
            return new FastAssetCtxs(
                    value.text(), Value.root(Packed.unpack(value)).map(FastCtx::read));
        }

        /// Packs what a server has to say.
        public static FastAssetCtxs of(Map<String, FastCtx> ctxs) {
            return new FastAssetCtxs(Packed.pack(Tree.node(ctxs)), ctxs);
        }

        @Override
        public JsonNode toJson() {
            return Tree.node(packed);
        }
    }
}
