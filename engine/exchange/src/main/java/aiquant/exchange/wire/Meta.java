package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// The perpetuals of one dex and their margin tables.
///
/// @param marginTables by id; answers of 2023 had none
public record Meta(
        List<AssetMeta> universe, Optional<List<Numbered>> marginTables, Optional<Integer> collateralToken, Extra extra)
        implements Wire {

    /// A margin table with its id. Ids below 50 stand for one tier with that leverage and may be left out.
    public record Numbered(int id, MarginTable table) implements Wire {

        static Numbered read(Value value) {
            List<Value> pair = value.tuple(2);
            return new Numbered(pair.get(0).count(), MarginTable.read(pair.get(1)));
        }

        @Override
        public JsonNode toJson() {
            return Tree.list(id, table);
        }
    }

    static Meta read(Value value) {
        Fields fields = value.fields();
        List<AssetMeta> universe = fields.list("universe", AssetMeta::read);
        Optional<Integer> collateralToken = fields.optional("collateralToken", Value::count);
        boolean hasTables = collateralToken.isPresent()
                || universe.stream().anyMatch(asset -> asset.marginTableId().isPresent());
        Optional<List<Numbered>> marginTables =
                fields.optionalUnless(hasTables, "marginTables", tables -> tables.list(Numbered::read));
        if (marginTables.isPresent() && !marginTables.get().isEmpty()) {
            requireTableIds(fields.required("universe").elements(0));
        }
        return new Meta(universe, marginTables, collateralToken, fields.extra());
    }

    /// Where there are tables, each asset must say which is its own.
    private static void requireTableIds(List<Value> assets) {
        for (Value asset : assets) {
            asset.fields().count("marginTableId");
        }
    }

    @Override
    public JsonNode toJson() {
        return new Tree()
                .put("universe", universe)
                .put("marginTables", marginTables)
                .put("collateralToken", collateralToken)
                .with(extra);
    }
}
