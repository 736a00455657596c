package aiquant.desktop.scripted;

import aiquant.engine.EngineView;
import aiquant.engine.EngineView.Side;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/// Trades one market by a crossing of its averages, so that charts have entries, stops and exits to show.
final class Trader {

    final Market market;
    final Symbol symbol;
    private final Book book;
    Optional<Side> side = Optional.empty();
    Quantity quantity = Quantity.ZERO;
    double entry;
    double stop;
    double trailing = Double.NaN;
    double target;
    int adds;
    long openedMs;
    private double best;

    Trader(Market market, Book book) {
        this.market = market;
        this.symbol = new Symbol(market.name);
        this.book = book;
    }

    /// Looks at the newest bar.
    void decide(int bar, boolean mayEnter) {
        double close = market.columns[Market.CLOSE][bar];
        if (side.isPresent()) {
            watch(bar, close);
            return;
        }
        if (bar < 40 || !mayEnter) {
            return;
        }
        double now = market.columns[Market.FAST][bar] - market.columns[Market.SLOW][bar];
        double before = market.columns[Market.FAST][bar - 1] - market.columns[Market.SLOW][bar - 1];
        if (now > 0 != before > 0) {
            open(bar, close, now > 0 ? Side.LONG : Side.SHORT);
        }
    }

    void close(int bar, String origin, String reason) {
        double price = market.columns[Market.CLOSE][bar];
        record(bar, "CLOSE", price, quantity, pnl(price, quantity), origin, reason);
        side = Optional.empty();
        quantity = Quantity.ZERO;
    }

    EngineView.PositionRow row() {
        double mark = market.close();
        double pnl = pnl(mark, quantity);
        double notional = entry * quantity.toDouble();
        return new EngineView.PositionRow(
                symbol,
                side.orElseThrow(),
                quantity,
                entry,
                mark,
                pnl,
                pnl / notional * 100,
                OptionalDouble.of(stop),
                Double.isNaN(trailing) ? OptionalDouble.empty() : OptionalDouble.of(trailing),
                OptionalDouble.of(target),
                usd(notional / 3),
                3,
                adds,
                openedMs);
    }

    private void open(int bar, double price, Side direction) {
        side = Optional.of(direction);
        double range = price * 0.022;
        entry = price;
        best = price;
        stop = price - sign() * range;
        target = price + sign() * range * 2.2;
        trailing = Double.NaN;
        adds = 0;
        openedMs = market.time[bar];
        quantity = size(900 / price);
        record(bar, "OPEN", price, quantity, 0, "strategy", "EMA fast crossed slow, ADX 27.4 above 22");
    }

    private void watch(int bar, double close) {
        best = side.orElseThrow() == Side.LONG ? Math.max(best, close) : Math.min(best, close);
        double gain = (best - entry) * sign();
        if (gain > entry * 0.012) {
            trailing = best - sign() * entry * 0.014;
        }
        if (adds == 0 && gain > entry * 0.015 && (bar & 1) == 0) {
            Quantity more = size(300 / close);
            adds = 1;
            entry = (entry * quantity.toDouble() + close * more.toDouble())
                    / quantity.plus(more).toDouble();
            quantity = quantity.plus(more);
            record(bar, "ADD", close, more, 0, "strategy", "trend continues, room left in heat");
        }
        market.columns[Market.STOP][bar] = stop;
        market.columns[Market.TRAILING][bar] = trailing;
        market.columns[Market.TARGET][bar] = target;
        if ((close - stop) * sign() < 0) {
            close(bar, "strategy", "stop " + Math.round(stop * 100) / 100.0 + " passed");
        } else if ((target - close) * sign() < 0) {
            close(bar, "strategy", "target reached");
        } else if (!Double.isNaN(trailing) && (close - trailing) * sign() < 0) {
            close(bar, "strategy", "trailing stop passed");
        }
    }

    private int sign() {
        return side.orElseThrow() == Side.LONG ? 1 : -1;
    }

    private double pnl(double price, Quantity size) {
        return (price - entry) * sign() * size.toDouble();
    }

    private void record(int bar, String action, double price, Quantity size, double pnl, String origin, String reason) {
        book.filled(
                market.time[bar],
                symbol,
                side.orElseThrow(),
                action,
                new Price(BigDecimal.valueOf(price).setScale(4, RoundingMode.HALF_EVEN)),
                size,
                usd(pnl),
                origin,
                reason);
    }

    private static Quantity size(double units) {
        return new Quantity(BigDecimal.valueOf(units).setScale(3, RoundingMode.HALF_EVEN));
    }

    static Usd usd(double amount) {
        return new Usd(BigDecimal.valueOf(amount).setScale(4, RoundingMode.HALF_EVEN));
    }
}
