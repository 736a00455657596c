package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// The universe of a dex with the state of each market, place by place.
public record MetaAndAssetCtxs(Meta meta, List<AssetCtx> ctxs) implements Wire {

    static MetaAndAssetCtxs read(Value value) {
        List<Value> pair = value.tuple(2);
        Meta meta = Meta.read(pair.get(0));
        boolean isOldForm = meta.marginTables().isEmpty();
        MetaAndAssetCtxs read =
                new MetaAndAssetCtxs(meta, pair.get(1).list(isOldForm ? AssetCtx::readOldForm : AssetCtx::read));
        if (read.meta.universe().size() != read.ctxs.size()) {
            throw pair.get(1)
                    .wrong("one context for each of " + read.meta.universe().size() + " assets");
        }
        return read;
    }

    @Override
    public JsonNode toJson() {
        return Tree.list(meta, ctxs);
    }
}
