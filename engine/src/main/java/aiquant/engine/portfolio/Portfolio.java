package aiquant.engine.portfolio;

import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Exact positions and cash flows, booked without a single division.
///
/// A position keeps its quantity and what it cost so far; profit is what quantity and cost amount to at a price. Engine
/// thread only.
public final class Portfolio {
    private final Map<Symbol, Holding> holdings = new TreeMap<>();
    private final Usd initial;
    private Usd spent = Usd.ZERO;
    private Usd fees = Usd.ZERO;
    private Usd realised = Usd.ZERO;

    /// @param cost what was paid for it net, negative for a short
    private record Holding(Quantity quantity, Usd cost) {}

    public Portfolio(Usd initial) {
        this.initial = initial;
    }

    /// Books a fill.
    ///
    /// @param pnl what the kernel realised with it, before the fee
    public void apply(Symbol symbol, boolean isBuy, Quantity quantity, Price price, Usd fee, Usd pnl) {
        Quantity signed = isBuy ? quantity : quantity.negated();
        Usd cost = price.times(signed);
        Holding before = holdings.getOrDefault(symbol, new Holding(Quantity.ZERO, Usd.ZERO));
        Holding after =
                new Holding(before.quantity().plus(signed), before.cost().plus(cost));
        if (after.quantity().signum() == 0) {
            holdings.remove(symbol);
        } else {
            holdings.put(symbol, after);
        }
        spent = spent.plus(cost);
        fees = fees.plus(fee);
        realised = realised.plus(pnl);
    }

    /// Units held; negative for a short, zero while flat.
    public Quantity quantity(Symbol symbol) {
        Holding holding = holdings.get(symbol);
        return holding == null ? Quantity.ZERO : holding.quantity();
    }

    public Usd fees() {
        return fees;
    }

    /// Sum of realised profit, before fees.
    public Usd realised() {
        return realised;
    }

    /// Equity at the given marks, from cash flows alone; an independent check of the kernel's own figure.
    public double equity(ToDoubleFunction<Symbol> marks) {
        double value = initial.minus(spent).minus(fees).toDouble();
        for (Map.Entry<Symbol, Holding> entry : holdings.entrySet()) {
            value += entry.getValue().quantity().toDouble() * marks.applyAsDouble(entry.getKey());
        }
        return value;
    }
}
