package aiquant.exchange.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of user-signed actions with the typed fields that are signed, in their order.
///
/// A type matters: `destination` is text and hashed with the case as sent, `agentAddress` is an address.
public enum UserSignedType {
    USD_SEND("usdSend", "UsdSend", "string destination", "string amount", "uint64 time"),
    WITHDRAW("withdraw3", "Withdraw", "string destination", "string amount", "uint64 time"),
    SPOT_SEND("spotSend", "SpotSend", "string destination", "string token", "string amount", "uint64 time"),
    USD_CLASS_TRANSFER("usdClassTransfer", "UsdClassTransfer", "string amount", "bool toPerp", "uint64 nonce"),
    APPROVE_AGENT("approveAgent", "ApproveAgent", "address agentAddress", "string agentName", "uint64 nonce"),
    APPROVE_BUILDER_FEE(
            "approveBuilderFee", "ApproveBuilderFee", "string maxFeeRate", "address builder", "uint64 nonce"),
    SEND_ASSET(
            "sendAsset",
            "SendAsset",
            "string destination",
            "string sourceDex",
            "string destinationDex",
            "string token",
            "string amount",
            "string fromSubAccount",
            "uint64 nonce");

    private static final String PREFIX = "HyperliquidTransaction:";

    private final String type;
    private final String primaryType;

    @SuppressWarnings("ImmutableEnumChecker") // copied in the constructor
    private final List<Field> fields;

    /// @param type `string`, `address`, `bool` or `uint64`
    public record Field(String type, String name) {

        /// An agent without a name is signed with an empty one, and sent without.
        public boolean isOptional() {
            return name.equals("agentName");
        }
    }

    UserSignedType(String type, String primaryType, String... fields) {
        this.type = type;
        this.primaryType = PREFIX + primaryType;
        List<Field> typed = new ArrayList<>(List.of(new Field("string", "hyperliquidChain")));
        for (String field : fields) {
            int space = field.indexOf(' ');
            typed.add(new Field(field.substring(0, space), field.substring(space + 1)));
        }
        this.fields = List.copyOf(typed);
    }

    /// The kind of a received action, if it is one of these.
    public static Optional<UserSignedType> find(String type) {
        return Arrays.stream(values()).filter(one -> one.type.equals(type)).findFirst();
    }

    /// The venue's word: `type` of the action sent.
    public String type() {
        return type;
    }

    /// With its prefix, which is part of what is hashed.
    public String primaryType() {
        return primaryType;
    }

    public List<Field> fields() {
        return fields;
    }

    /// The field that repeats the nonce: `time` or `nonce`.
    public String nonceField() {
        return fields.getLast().name();
    }
}
