package aiquant.sidecar;

import aiquant.exchange.wire.Subscription;
import aiquant.kernel.market.Symbol;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/// Carries out what the clients want: which series are kept, which streams and accounts are followed.
///
/// Thread-safe, one call at a time.
final class Wishes {

    /// The exchange allows a thousand streams; some are left free.
    private static final int MAX_STREAMS = 990;

    private final DesiredSet desired;
    private final boolean isCandleStreamed;
    private final boolean isBboStreamed;
    private final Feed feed;
    private final MarketLoop market;
    private final Accounts accounts;
    private final InstantSource clock;
    private int leftOut;

    Wishes(
            DesiredSet desired,
            SidecarSettings settings,
            Feed feed,
            MarketLoop market,
            Accounts accounts,
            InstantSource clock) {
        this.desired = desired;
        this.isCandleStreamed = settings.candles().isStreamed();
        this.isBboStreamed = settings.isBboStreamed();
        this.feed = feed;
        this.market = market;
        this.accounts = accounts;
        this.clock = clock;
    }

    synchronized void ensure(String clientId, DesiredSet.Wish wish) {
        if (desired.ensure(clientId, wish, clock.millis())) {
            carryOut();
        }
    }

    /// To be called by a timer.
    synchronized void expire() {
        if (desired.expire(clock.millis())) {
            carryOut();
        }
    }

    synchronized void carryOut() {
        market.want(desired.series());
        feed.want(streams());
        accounts.follow(desired.users());
    }

    /// Candles of short intervals go first where not all have room: the history makes up for the others.
    private Set<Subscription> streams() {
        List<Subscription> wanted = new ArrayList<>();
        wanted.add(Subscription.allMids());
        if (isBboStreamed) {
            for (Symbol symbol : desired.symbols()) {
                wanted.add(Subscription.bbo(symbol.name()));
            }
        }
        SortedMap<SeriesKey, Integer> series = desired.series();
        if (isCandleStreamed) {
            series.keySet().stream()
                    .sorted(Comparator.comparing(SeriesKey::interval).thenComparing(SeriesKey::symbol))
                    .map(key -> Subscription.candle(
                            key.symbol().name(), key.interval().text()))
                    .forEach(wanted::add);
        }
        leftOut = Math.max(0, wanted.size() - MAX_STREAMS);
        return new LinkedHashSet<>(wanted.subList(0, wanted.size() - leftOut));
    }

    void reconnect() {
        feed.reconnect();
        accounts.reconnect();
    }

    synchronized Set<Symbol> symbols() {
        return desired.symbols();
    }

    synchronized void addTo(ObjectNode json) {
        json.put("clients", desired.clients());
        json.put("desired_symbols", desired.symbols().size());
        json.put("desired_candles", desired.series().size());
        json.put("desired_user", !desired.users().isEmpty());
        json.put("streams_left_out", leftOut);
    }
}
