package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.exchange.Network;
import aiquant.exchange.action.Action;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.Effect;
import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.UserSignedAction;
import aiquant.exchange.action.WireDecimal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SignerTest {

    private static final Address VAULT = new Address("0x1719884eb866cb12b2287399b15f7db5e7d775ea");
    private static final SigningPolicy ALWAYS = _ -> new SigningPolicy.Verdict.Allowed();
    private static final Curve CURVE = Curve.fastest();

    @Test
    void sendsABodyThatNamesItsSignerToWhoeverReadsIt() throws IOException {
        for (Network network : Network.values()) {
            Signer signer = signer(network, ALWAYS);
            for (SelfTestCase one : SelfTestCase.all()) {
                boolean isL1 = one.action() instanceof L1Action;
                SigningRequest request = new SigningRequest(
                        one.action(),
                        Purpose.STRATEGY,
                        1_700_000_000_123L,
                        isL1 ? Optional.of(VAULT) : Optional.empty(),
                        isL1 ? OptionalLong.of(1_700_000_005_123L) : OptionalLong.empty());

                JsonNode received = body(signer.sign(request));

                assertThat(signerOf(received, network)).contains(signer.address());
                assertThat(received.path("nonce").asLong()).isEqualTo(1_700_000_000_123L);
                assertThat(received.has("vaultAddress")).isEqualTo(isL1);
                assertThat(received.has("expiresAfter")).isEqualTo(isL1);
            }
        }
    }

    @Test
    void leavesOutWhatIsAbsent() throws IOException {
        JsonNode received = body(signer(Network.MAINNET, ALWAYS).sign(request(new L1Action.Noop(), 5)));

        assertThat(received.fieldNames()).toIterable().containsExactly("action", "nonce", "signature");
        assertThat(signerOf(received, Network.MAINNET))
                .contains(signer(Network.MAINNET, ALWAYS).address());
        assertThat(signerOf(received, Network.TESTNET)).isNotEqualTo(signerOf(received, Network.MAINNET));
    }

    @Test
    void signsTheSameRequestWithTheSameBytes() {
        Signer signer = signer(Network.MAINNET, ALWAYS);
        SigningRequest request = request(new L1Action.UpdateLeverage(1, true, 3), 7);

        assertThat(signer.sign(request)).isEqualTo(signer.sign(request));
    }

    @Test
    void asksThePolicyForEveryActionAndSignsNothingItDenies() {
        List<Effect> asked = new ArrayList<>();
        SigningPolicy closeOnly = request -> {
            asked.add(request.effect());
            return request.effect() == Effect.REDUCES || request.effect() == Effect.CANCELS
                    ? new SigningPolicy.Verdict.Allowed()
                    : new SigningPolicy.Verdict.Denied("kill level", "CLOSE_ONLY allows no entries");
        };
        Signer signer = signer(Network.MAINNET, closeOnly);
        SigningRequest leverage = request(new L1Action.UpdateLeverage(1, true, 3), 7);

        SigningOutcome denied = signer.sign(leverage);
        SigningOutcome allowed = signer.sign(request(new L1Action.Noop(), 8));

        assertThat(denied)
                .isEqualTo(new SigningOutcome.Refused(leverage, "kill level", "CLOSE_ONLY allows no entries"));
        assertThat(allowed).isInstanceOf(SigningOutcome.Signed.class);
        assertThat(asked).containsExactly(Effect.SETTINGS, Effect.CANCELS);
    }

    @Test
    void refusesVaultAndExpiryWithUserSignedActions() {
        Action transfer = new UserSignedAction.UsdClassTransfer(WireDecimal.of("1"), true);

        assertThatThrownBy(() ->
                        new SigningRequest(transfer, Purpose.OPERATOR, 1, Optional.of(VAULT), OptionalLong.empty()))
                .hasMessage("usdClassTransfer takes neither a vault nor an expiry");
        assertThatThrownBy(
                        () -> new SigningRequest(transfer, Purpose.OPERATOR, 1, Optional.empty(), OptionalLong.of(1)))
                .hasMessage("usdClassTransfer takes neither a vault nor an expiry");
    }

    @Test
    void signsNothingWithAWipedKey() {
        SecretKey key = SecretKey.take(SelfTestCase.key());
        Signer signer = new Signer(key, Network.MAINNET, ALWAYS, CURVE);

        key.close();

        assertThatThrownBy(() -> signer.sign(request(new L1Action.Noop(), 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Signer signer(Network network, SigningPolicy policy) {
        return new Signer(SecretKey.take(SelfTestCase.key()), network, policy, CURVE);
    }

    private static SigningRequest request(L1Action action, long nonce) {
        return new SigningRequest(action, Purpose.STRATEGY, nonce, Optional.empty(), OptionalLong.empty());
    }

    private static JsonNode body(SigningOutcome outcome) throws IOException {
        assertThat(outcome).isInstanceOf(SigningOutcome.Signed.class);
        return new ObjectMapper().readTree(((SigningOutcome.Signed) outcome).json());
    }

    /// As the venue finds out: from nothing but the body.
    private static Optional<Address> signerOf(JsonNode body, Network network) {
        JsonNode action = body.path("action");
        byte[] digest = action.has("signatureChainId")
                ? ActionHash.ofUserSigned(action)
                : ActionHash.ofL1(
                        action,
                        body.path("nonce").asLong(),
                        Optional.ofNullable(body.get("vaultAddress")).map(vault -> new Address(vault.asText())),
                        body.has("expiresAfter")
                                ? OptionalLong.of(body.path("expiresAfter").asLong())
                                : OptionalLong.empty(),
                        network);
        return new Signers(CURVE).recover(digest, Signature.of(body.path("signature")));
    }
}
