package aiquant.exchange.action;

import aiquant.exchange.Network;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What only the account's own key may do: move money and appoint agents. Trading needs none of these.
///
/// A destination keeps the case it was written in, because it is signed as text.
public sealed interface UserSignedAction extends Action {

    record UsdSend(String destination, WireDecimal amount) implements UserSignedAction {
        public UsdSend {
            requireAddress(destination);
        }
    }

    record Withdraw(String destination, WireDecimal amount) implements UserSignedAction {
        public Withdraw {
            requireAddress(destination);
        }
    }

    /// @param token as the venue writes it: name, colon, token id
    record SpotSend(String destination, String token, WireDecimal amount) implements UserSignedAction {
        public SpotSend {
            requireAddress(destination);
        }
    }

    record UsdClassTransfer(WireDecimal amount, boolean isToPerp) implements UserSignedAction {}

    /// @param validUntilMs when the agent expires, for one with a name only
    record ApproveAgent(Address agent, Optional<String> name, OptionalLong validUntilMs) implements UserSignedAction {

        private static final Pattern NAME = Pattern.compile("\\S(.{0,14}\\S)?");

        public ApproveAgent {
            if (name.filter(one -> !NAME.matcher(one).matches()).isPresent()) {
                throw new IllegalArgumentException("an agent's name has 1 to 16 characters: '" + name.get() + "'");
            }
            if (name.isEmpty() && validUntilMs.isPresent()) {
                throw new IllegalArgumentException("an agent without a name takes no expiry; give it a name");
            }
        }

        /// What is signed and, unless it is empty, sent.
        String fullName() {
            String expiry = validUntilMs.isPresent() ? " valid_until " + validUntilMs.getAsLong() : "";
            return name.orElse("") + expiry;
        }
    }

    /// @param maxFeeRate in percent, with the sign: `0.001%`
    record ApproveBuilderFee(String maxFeeRate, Address builder) implements UserSignedAction {}

    /// @param sourceDex      empty for the first one
    /// @param fromSubAccount empty for the account itself
    record SendAsset(
            String destination,
            String sourceDex,
            String destinationDex,
            String token,
            WireDecimal amount,
            String fromSubAccount)
            implements UserSignedAction {
        public SendAsset {
            requireAddress(destination);
        }
    }

    default UserSignedType kind() {
        return switch (this) {
            case UsdSend _ -> UserSignedType.USD_SEND;
            case Withdraw _ -> UserSignedType.WITHDRAW;
            case SpotSend _ -> UserSignedType.SPOT_SEND;
            case UsdClassTransfer _ -> UserSignedType.USD_CLASS_TRANSFER;
            case ApproveAgent _ -> UserSignedType.APPROVE_AGENT;
            case ApproveBuilderFee _ -> UserSignedType.APPROVE_BUILDER_FEE;
            case SendAsset _ -> UserSignedType.SEND_ASSET;
        };
    }

    @Override
    default String type() {
        return kind().type();
    }

    /// What is sent, and what is signed by [#kind()]'s list of fields.
    ///
    /// @param signatureChainId any chain's number in hexadecimal; it names the domain, not the network
    /// @param nonce            repeated inside the action
    default ObjectNode toJson(String signatureChainId, Network network, long nonce) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", type())
                .put("signatureChainId", signatureChainId)
                .put("hyperliquidChain", network.chainName());
        switch (this) {
            case UsdSend action ->
                json.put("destination", action.destination())
                        .put("amount", action.amount().toString());
            case Withdraw action ->
                json.put("destination", action.destination())
                        .put("amount", action.amount().toString());
            case SpotSend action ->
                json.put("destination", action.destination())
                        .put("token", action.token())
                        .put("amount", action.amount().toString());
            case UsdClassTransfer action ->
                json.put("amount", action.amount().toString()).put("toPerp", action.isToPerp());
            case ApproveAgent action -> {
                json.put("agentAddress", action.agent().text());
                if (action.name().isPresent()) {
                    json.put("agentName", action.fullName());
                }
            }
            case ApproveBuilderFee action ->
                json.put("maxFeeRate", action.maxFeeRate())
                        .put("builder", action.builder().text());
            case SendAsset action ->
                json.put("destination", action.destination())
                        .put("sourceDex", action.sourceDex())
                        .put("destinationDex", action.destinationDex())
                        .put("token", action.token())
                        .put("amount", action.amount().toString())
                        .put("fromSubAccount", action.fromSubAccount());
        }
        return json.put(kind().nonceField(), nonce);
    }

    private static void requireAddress(String destination) {
        Address unused = new Address(destination);
    }
}
