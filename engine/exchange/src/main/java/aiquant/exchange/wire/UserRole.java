package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What an address is.
///
/// @param role `user`, `vault`, `agent`, `subAccount` or `missing`
/// @param principal the account an agent acts for, or the master of a sub-account
public record UserRole(String role, Optional<String> principal, Extra extra) implements Wire {

    static UserRole read(Value value) {
        Fields fields = value.fields();
        String role = fields.text("role");
        String key = principalKey(role);
        if (key.isEmpty()) {
            return new UserRole(role, Optional.empty(), fields.extra());
        }
        String principal = fields.inside("data").text(key);
        return new UserRole(role, Optional.of(principal), fields.extra());
    }

    private static String principalKey(String role) {
        return switch (role) {
            case "agent" -> "user";
            case "subAccount" -> "master";
            default -> "";
        };
    }

    @Override
    public JsonNode toJson() {
        Tree tree = new Tree().put("role", role);
        principal.ifPresent(address ->
                tree.put("data", new Tree().put(principalKey(role), address).done()));
        return tree.with(extra);
    }
}
