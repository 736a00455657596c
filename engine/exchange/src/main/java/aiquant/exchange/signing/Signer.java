package aiquant.exchange.signing;

import aiquant.exchange.Network;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.UserSignedAction;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One key on one network: turns requests into bodies that the venue accepts as signed by this key.
///
/// Signs nothing that its policy denies at that moment. The bytes that are hashed and the JSON that is sent come from
/// one tree. Any thread.
public final class Signer {

    /// Names the domain of user-signed actions; any chain will do.
    private static final String SIGNATURE_CHAIN_ID = "0x66eee";

    private final SecretKey key;
    private final Network network;
    private final SigningPolicy policy;
    private final Curve curve;
    private final Address address;

    /// Proves itself first: see [SigningSelfTest].
    ///
    /// @throws IllegalStateException if this program on this machine makes other bytes than it should
    public Signer(SecretKey key, Network network, SigningPolicy policy, Curve curve) {
        SigningSelfTest.run(curve);
        this.key = key;
        this.network = network;
        this.policy = policy;
        this.curve = curve;
        this.address = key.lend(bytes -> Signers.address(curve.publicKey(bytes)));
    }

    /// Of the key; for an agent this is not the account's.
    public Address address() {
        return address;
    }

    public Network network() {
        return network;
    }

    /// Signs if the policy allows it now.
    public SigningOutcome sign(SigningRequest request) {
        ObjectNode action = json(request);
        byte[] digest = digest(request, action);
        return switch (policy.check(request)) {
            case SigningPolicy.Verdict.Allowed _ ->
                new SigningOutcome.Signed(request, body(request, action, key.lend(bytes -> curve.sign(digest, bytes))));
            case SigningPolicy.Verdict.Denied(String check, String text) ->
                new SigningOutcome.Refused(request, check, text);
        };
    }

    private ObjectNode json(SigningRequest request) {
        return switch (request.action()) {
            case L1Action action -> action.toJson();
            case UserSignedAction action -> action.toJson(SIGNATURE_CHAIN_ID, network, request.nonce());
        };
    }

    private byte[] digest(SigningRequest request, ObjectNode action) {
        return switch (request.action()) {
            case L1Action _ ->
                ActionHash.ofL1(action, request.nonce(), request.vault(), request.expiresAfterMs(), network);
            case UserSignedAction _ -> ActionHash.ofUserSigned(action);
        };
    }

    private static String body(SigningRequest request, ObjectNode action, Signature signature) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("action", action);
        body.put("nonce", request.nonce());
        body.set("signature", signature.toJson());
        request.vault().ifPresent(vault -> body.put("vaultAddress", vault.text()));
        request.expiresAfterMs().ifPresent(time -> body.put("expiresAfter", time));
        return body.toString();
    }
}
