package aiquant.sidecar;

import aiquant.exchange.wire.Extra;
import aiquant.exchange.wire.Fill;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.Funding;
import aiquant.exchange.wire.Json;
import aiquant.exchange.wire.LedgerUpdate;
import aiquant.exchange.wire.OrderUpdate;
import aiquant.exchange.wire.UserEvent;
import aiquant.exchange.wire.UserFunding;
import aiquant.exchange.wire.UserPayload;
import aiquant.exchange.wire.Wire;
import aiquant.sidecar.store.AccountEvent;
import aiquant.sidecar.store.AccountEvent.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What frames and answers about an account mean for its log: the same event has the same key, from wherever it comes.
final class AccountEvents {

    private AccountEvents() {}

    /// @param user the account of the connection, since not every frame names it
    static List<AccountEvent> of(String user, long receivedMs, Frame frame) {
        return switch (frame.data()) {
            case UserPayload.UserFills message -> fills(user, message.fills());
            case UserPayload.UserFundings message ->
                message.fundings().stream().map(one -> funding(user, one)).toList();
            case UserPayload.LedgerUpdates message -> ledgerUpdates(user, message.updates());
            case UserPayload.OrderUpdates message ->
                message.updates().stream().map(one -> orderUpdate(user, one)).toList();
            case UserEvent event -> of(user, receivedMs, event);
            default -> List.of();
        };
    }

    private static List<AccountEvent> of(String user, long receivedMs, UserEvent event) {
        List<AccountEvent> events = new ArrayList<>();
        event.fills().ifPresent(fills -> events.addAll(fills(user, fills)));
        event.funding().ifPresent(one -> events.add(funding(user, one)));
        event.liquidation()
                .ifPresent(one -> events.add(
                        new AccountEvent(user, Kind.LIQUIDATION, String.valueOf(one.lid()), receivedMs, json(one))));
        event.nonUserCancel()
                .ifPresent(cancels -> cancels.forEach(one -> events.add(new AccountEvent(
                        user,
                        Kind.CANCEL_BY_EXCHANGE,
                        key(one.coin(), Long.toUnsignedString(one.oid())),
                        receivedMs,
                        json(one)))));
        return events;
    }

    static List<AccountEvent> fills(String user, List<Fill> fills) {
        return fills.stream().map(fill -> fill(user, fill)).toList();
    }

    private static AccountEvent fill(String user, Fill fill) {
        Fill.Key key = fill.key();
        return new AccountEvent(
                user,
                Kind.FILL,
                key(key.coin(), key.timeMs(), key.tid(), Long.toUnsignedString(key.oid())),
                fill.timeMs(),
                json(fill));
    }

    /// An account pays or gets funding for a coin once at a time.
    private static AccountEvent funding(String user, Funding funding) {
        return new AccountEvent(
                user, Kind.FUNDING, key(funding.coin(), funding.timeMs()), funding.timeMs(), json(funding));
    }

    static List<AccountEvent> fundings(String user, List<UserFunding> fundings) {
        return fundings.stream()
                .map(one -> funding(
                        user,
                        new Funding(
                                one.timeMs(),
                                one.coin(),
                                one.usdc(),
                                one.szi(),
                                one.fundingRate(),
                                one.samples(),
                                one.samples().isPresent() ? one.extra() : Extra.nulls("nSamples"))))
                .toList();
    }

    /// The hash is zero for some kinds, so what happened is part of the key.
    static List<AccountEvent> ledgerUpdates(String user, List<LedgerUpdate> updates) {
        return updates.stream().map(one -> ledgerUpdate(user, one)).toList();
    }

    private static AccountEvent ledgerUpdate(String user, LedgerUpdate update) {
        LedgerUpdate.Delta delta = update.delta();
        return new AccountEvent(
                user,
                Kind.LEDGER_UPDATE,
                key(
                        update.timeMs(),
                        update.hash(),
                        delta.type(),
                        plain(delta.usdc()),
                        plain(delta.amount()),
                        delta.token().orElse(""),
                        delta.destination().orElse("").toLowerCase(Locale.ROOT)),
                update.timeMs(),
                json(update));
    }

    /// A partial fill leaves the order open with another size.
    private static AccountEvent orderUpdate(String user, OrderUpdate update) {
        return new AccountEvent(
                user,
                Kind.ORDER_UPDATE,
                key(
                        Long.toUnsignedString(update.order().oid()),
                        update.statusTimestampMs(),
                        update.status(),
                        plain(Optional.of(update.order().sz()))),
                update.statusTimestampMs(),
                json(update));
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(amount -> amount.stripTrailingZeros().toPlainString()).orElse("");
    }

    private static String key(Object... parts) {
        StringBuilder key = new StringBuilder();
        for (Object part : parts) {
            key.append(key.isEmpty() ? "" : "|").append(part);
        }
        return key.toString();
    }

    private static String json(Wire value) {
        return Json.write(value.toJson());
    }
}
