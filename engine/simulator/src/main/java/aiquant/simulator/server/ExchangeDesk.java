package aiquant.simulator.server;

import aiquant.exchange.Network;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.UserSignedType;
import aiquant.exchange.signing.ActionHash;
import aiquant.exchange.signing.Curve;
import aiquant.exchange.signing.Signature;
import aiquant.exchange.signing.Signers;
import aiquant.simulator.venue.Action;
import aiquant.simulator.venue.Submission;
import aiquant.simulator.venue.VenueModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes signed actions: whose signature, which account, is the nonce fresh, has it expired; then the model decides.
///
/// The signer is not told but recovered, so a single byte that was hashed otherwise names a stranger. Belongs to the
/// venue's thread.
final class ExchangeDesk {
    private static final Pattern VALID_UNTIL = Pattern.compile("(.*?)(?: valid_until ([0-9]{1,18}))?");
    private static final int AGENT_NAME = 16;

    private final VenueModel venue;
    private final Wallets wallets;
    private final Network network;
    private final ActionReader reader;
    private final Signers signers = new Signers(Curve.fastest());

    ExchangeDesk(VenueModel venue, Wallets wallets, Network network) {
        this.venue = venue;
        this.wallets = wallets;
        this.network = network;
        reader = new ActionReader(venue.queries());
    }

    /// @throws BadRequest if the envelope or the action has the wrong shape
    ObjectNode answer(JsonNode request) {
        Body body = new Body(request);
        JsonNode action = body.inside("action").node();
        String type = new Body(action).text("type");
        long nonce = body.number("nonce");
        Optional<UserSignedType> userSigned = UserSignedType.find(type);
        return userSigned.isPresent()
                ? userSigned(userSigned.get(), action, nonce, body)
                : trading(type, action, nonce, body);
    }

    private ObjectNode trading(String type, JsonNode action, long nonce, Body body) {
        Optional<String> vault =
                body.has("vaultAddress") ? Optional.of(body.address("vaultAddress")) : Optional.empty();
        OptionalLong expiresAfterMs = body.numberIfAny("expiresAfter");
        Action read = reader.read(action);
        byte[] digest;
        try {
            digest = ActionHash.ofL1(canonical(action), nonce, vault.map(Address::new), expiresAfterMs, network);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(e.getMessage());
        }
        Optional<String> signer = signer(digest, body);
        if (signer.isEmpty()) {
            return ActionJson.error("Unable to recover signer.");
        }
        Optional<String> account = account(signer.get());
        if (account.isEmpty()) {
            return unknown(signer.get());
        }
        String address = account.get();
        if (vault.isPresent()) {
            if (wallets.masterOf(vault.get()).filter(account.get()::equals).isEmpty()) {
                return ActionJson.error("Vault not registered: " + vault.get());
            }
            address = vault.get();
        }
        if (expiresAfterMs.isPresent() && expiresAfterMs.getAsLong() < venue.nowMs()) {
            venue.chargeStale(address);
            return ActionJson.error("Action expired: expiresAfter " + expiresAfterMs.getAsLong() + " has passed");
        }
        Optional<String> stale = wallets.use(signer.get(), nonce, venue.nowMs());
        if (stale.isPresent()) {
            return ActionJson.error(stale.get());
        }
        if (action.hasNonNull("builder")) {
            return ActionJson.error("Builder fee has not been approved.");
        }
        return ActionJson.answer(type, venue.execute(new Submission(address, read)));
    }

    private Optional<String> account(String signer) {
        return wallets.accountOf(signer, venue.nowMs(), venue.queries().exists(signer));
    }

    private static ObjectNode unknown(String signer) {
        return ActionJson.error("L1 error: User or API Wallet " + signer + " does not exist.");
    }

    private Optional<String> signer(byte[] digest, Body body) {
        try {
            return signers.recover(digest, Signature.of(body.inside("signature").node()))
                    .map(Address::text);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// As the exchange hashes it: decimals without superfluous zeros, whatever was sent.
    private static JsonNode canonical(JsonNode action) {
        JsonNode copy = action.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.of("p", "s", "triggerPx", "leverage")) {
                JsonNode value = object.path(name);
                if (value.isTextual()) {
                    object.set(name, TextNode.valueOf(plain(value.textValue())));
                }
            }
        }
        node.forEach(ExchangeDesk::strip);
    }

    private static String plain(String decimal) {
        BigDecimal stripped = new BigDecimal(decimal).stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private ObjectNode userSigned(UserSignedType type, JsonNode action, long nonce, Body body) {
        Body fields = new Body(action);
        if (body.has("vaultAddress") || body.has("expiresAfter")) {
            throw new BadRequest(type.type() + " takes neither vaultAddress nor expiresAfter");
        }
        if (!fields.text("hyperliquidChain").equals(network.chainName())) {
            return ActionJson.error("Invalid hyperliquidChain: " + fields.text("hyperliquidChain"));
        }
        if (fields.number(type.nonceField()) != nonce) {
            return ActionJson.error("Invalid nonce: the action's own differs");
        }
        byte[] digest;
        try {
            digest = ActionHash.ofUserSigned(action);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(e.getMessage());
        }
        Optional<String> signer = signer(digest, body);
        if (signer.isEmpty()) {
            return ActionJson.error("Unable to recover signer.");
        }
        String account = signer.get();
        if (!venue.queries().exists(account)) {
            return ActionJson.error("Must deposit before performing actions. User: " + account);
        }
        return wallets.use(account, nonce, venue.nowMs())
                .or(() -> money(type, fields, account))
                .map(ActionJson::error)
                .orElseGet(ActionJson::done);
    }

    /// @return the text of a refusal
    private Optional<String> money(UserSignedType type, Body action, String account) {
        return switch (type) {
            case APPROVE_AGENT -> approve(action, account);
            case USD_CLASS_TRANSFER -> venue.transferClass(account, action.decimal("amount"), action.flag("toPerp"));
            case USD_SEND -> venue.send(account, action.address("destination"), action.decimal("amount"));
            case WITHDRAW -> venue.withdraw(account, action.decimal("amount"));
            case SPOT_SEND, SEND_ASSET, APPROVE_BUILDER_FEE -> Optional.of("The simulator does not do " + type.type());
        };
    }

    private Optional<String> approve(Body action, String account) {
        Matcher parts = VALID_UNTIL.matcher(action.textIfAny("agentName").orElse(""));
        String name = parts.matches() ? parts.group(1) : "";
        if (name.length() > AGENT_NAME) {
            return Optional.of("Agent name is too long: " + name);
        }
        long untilMs = parts.matches() && parts.group(2) != null
                ? Long.parseLong(parts.group(2))
                : venue.nowMs() + Wallets.MAX_AGENT_MS;
        return wallets.approve(account, action.address("agentAddress"), name, untilMs, venue.nowMs());
    }
}
