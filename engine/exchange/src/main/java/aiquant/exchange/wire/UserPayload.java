package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What concerns one account and comes by stream.
public sealed interface UserPayload extends Payload {

    /// Changes of orders, in the order they happened. There is no snapshot, and the account is not named.
    record OrderUpdates(List<OrderUpdate> updates) implements UserPayload {

        static OrderUpdates read(Value value) {
            return new OrderUpdates(value.list(OrderUpdate::read));
        }

        @Override
        public JsonNode toJson() {
            return Tree.node(updates);
        }
    }

    /// Fills; a snapshot repeats those of before.
    record UserFills(String user, List<Fill> fills, Optional<Boolean> snapshot, Extra extra) implements UserPayload {

        static UserFills read(Value value) {
            Fields fields = value.fields();
            return new UserFills(
                    fields.text("user"),
                    fields.list("fills", Fill::read),
                    fields.optional("isSnapshot", Value::flag),
                    fields.extra());
        }

        public boolean isSnapshot() {
            return snapshot.orElse(false);
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("user", user)
                    .put("fills", fills)
                    .put("isSnapshot", snapshot)
                    .with(extra);
        }
    }

    /// Payments of funding; a snapshot repeats those of before.
    record UserFundings(String user, List<Funding> fundings, Optional<Boolean> snapshot, Extra extra)
            implements UserPayload {

        static UserFundings read(Value value) {
            Fields fields = value.fields();
            return new UserFundings(
                    fields.text("user"),
                    fields.list("fundings", Funding::readOfStream),
                    fields.optional("isSnapshot", Value::flag),
                    fields.extra());
        }

        public boolean isSnapshot() {
            return snapshot.orElse(false);
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("user", user)
                    .put("fundings", fundings)
                    .put("isSnapshot", snapshot)
                    .with(extra);
        }
    }

    /// Deposits, withdrawals, transfers, liquidations; a snapshot repeats those of before.
    record LedgerUpdates(String user, List<LedgerUpdate> updates, Optional<Boolean> snapshot, Extra extra)
            implements UserPayload {

        static LedgerUpdates read(Value value) {
            Fields fields = value.fields();
            return new LedgerUpdates(
                    fields.text("user"),
                    fields.list("nonFundingLedgerUpdates", LedgerUpdate::read),
                    fields.optional("isSnapshot", Value::flag),
                    fields.extra());
        }

        public boolean isSnapshot() {
            return snapshot.orElse(false);
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("user", user)
                    .put("nonFundingLedgerUpdates", updates)
                    .put("isSnapshot", snapshot)
                    .with(extra);
        }
    }

    /// The whole state of the account on one dex.
    record StateUpdate(String dex, String user, ClearinghouseState state, Extra extra) implements UserPayload {

        static StateUpdate read(Value value) {
            Fields fields = value.fields();
            return new StateUpdate(
                    fields.text("dex"),
                    fields.text("user"),
                    ClearinghouseState.read(fields.required("clearinghouseState")),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("dex", dex)
                    .put("user", user)
                    .put("clearinghouseState", state)
                    .with(extra);
        }
    }

    /// All open orders of the account on one dex.
    record OpenOrders(String dex, String user, List<FrontendOrder> orders, Extra extra) implements UserPayload {

        static OpenOrders read(Value value) {
            Fields fields = value.fields();
            return new OpenOrders(
                    fields.text("dex"),
                    fields.text("user"),
                    fields.list("orders", FrontendOrder::read),
                    fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree()
                    .put("dex", dex)
                    .put("user", user)
                    .put("orders", orders)
                    .with(extra);
        }
    }

    /// A line of text for people.
    record Notification(String text, Extra extra) implements UserPayload {

        static Notification read(Value value) {
            Fields fields = value.fields();
            return new Notification(fields.text("notification"), fields.extra());
        }

        @Override
        public JsonNode toJson() {
            return new Tree().put("notification", text).with(extra);
        }
    }

    /// Facts about the account and the dexes that come now and then.
    ///
    /// @param extra also of the object about the account
    record WebData3(
            Optional<String> agentAddress,
            Optional<Long> agentValidUntilMs,
            long serverTimeMs,
            BigDecimal cumLedger,
            boolean isVault,
            String user,
            List<DexState> dexStates,
            Extra extra)
            implements UserPayload {

        static WebData3 read(Value value) {
            Fields outer = value.fields();
            Fields state = outer.inside("userState");
            return new WebData3(
                    state.nullable("agentAddress", Value::text),
                    state.nullable("agentValidUntil", Value::integer),
                    state.integer("serverTime"),
                    state.decimal("cumLedger"),
                    state.flag("isVault"),
                    state.text("user"),
                    outer.list("perpDexStates", DexState::read),
                    outer.extra());
        }

        @Override
        public JsonNode toJson() {
            Tree state = new Tree()
                    .put("agentAddress", agentAddress)
                    .put("agentValidUntil", agentValidUntilMs)
                    .put("serverTime", serverTimeMs)
                    .put("cumLedger", cumLedger)
                    .put("isVault", isVault)
                    .put("user", user);
            return new Tree()
                    .put("userState", state.done())
                    .put("perpDexStates", dexStates)
                    .with(extra);
        }
    }
}
