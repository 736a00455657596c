package aiquant.kernel.device;

import aiquant.kernel.rule.Account;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.DeviceCode;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.Ranking;
import aiquant.kernel.rule.Round;
import aiquant.kernel.rule.RuleParams;

/// The books of one configuration: what it starts with, which positions are open, what they are worth.
@DeviceCode
final class Book {
    /// Numbers per symbol in the market's tables of initial positions.
    static final int INTS = 8;

    static final int LONGS = 4;
    static final int DOUBLES = 7;

    private Book() {}

    /// Puts the initial account, positions and cooldowns in place of whatever lies there.
    static void start(
            MarketView m,
            int[] ints,
            long[] longs,
            double[] doubles,
            Account a,
            Position[] positions,
            Cooldown[] cooldowns,
            double[] marks,
            long[] open) {
        a.balance = doubles[m.bookValueAt];
        a.open = 0;
        a.rows = 0;
        a.entries = 0;
        for (int word = 0; word < m.words; word++) {
            open[word] = 0L;
        }
        for (int symbol = 0; symbol < m.symbols; symbol++) {
            final Position pos = positions[symbol];
            final Cooldown c = cooldowns[symbol];
            final int at = m.bookAt + symbol * INTS;
            final int timeAt = m.bookTimeAt + symbol * LONGS;
            final int valueAt = m.bookValueAt + 1 + symbol * DOUBLES;
            pos.side = ints[at];
            pos.confidence = ints[at + 1];
            pos.hasTrailing = ints[at + 2] != 0;
            pos.adds = ints[at + 3];
            pos.isTp1Taken = ints[at + 4] != 0;
            pos.openMs = longs[timeAt];
            pos.lastAddMs = longs[timeAt + 1];
            pos.entry = doubles[valueAt];
            pos.size = doubles[valueAt + 1];
            pos.margin = doubles[valueAt + 2];
            pos.leverage = doubles[valueAt + 3];
            pos.entryAtr = doubles[valueAt + 4];
            pos.entryAdxThreshold = doubles[valueAt + 5];
            pos.trailing = doubles[valueAt + 6];
            c.hasEntry = ints[at + 5] != 0;
            c.entryMs = longs[timeAt + 2];
            c.hasExit = ints[at + 6] != 0;
            c.exitMs = longs[timeAt + 3];
            c.hasClose = false;
            c.closeMs = 0L;
            c.closeSide = 0;
            c.isCloseFlip = false;
            marks[symbol] = pos.entry;
            if (pos.side != 0) {
                a.open = a.open + 1;
            }
            track(positions, symbol, open);
        }
    }

    /// To be called after anything that may have opened or closed the symbol's position.
    static void track(Position[] positions, int symbol, long[] open) {
        final long bit = 1L << symbol;
        final int word = symbol >>> 6;
        if (positions[symbol].side != 0) {
            open[word] = open[word] | bit;
        } else {
            open[word] = open[word] & ~bit;
        }
    }

    /// Brings the marks of all open positions to the newest closes at the bar.
    static void mark(MarketView m, int[] ints, double[] doubles, int bar, long[] open, double[] marks) {
        for (int word = 0; word < m.words; word++) {
            long mask = open[word];
            while (mask != 0L) {
                final int symbol = word * 64 + Long.numberOfTrailingZeros(mask);
                mask = mask & (mask - 1L);
                final int row = MarketView.latest(m, ints, bar, symbol);
                if (row >= 0) {
                    marks[symbol] = doubles[row];
                }
            }
        }
    }

    /// Hands on what the rules wrote.
    static void drain(Account a, FillRow[] log, FillTotals totals) {
        for (int i = 0; i < a.rows; i++) {
            FillTotals.add(totals, log[i]);
        }
        a.rows = 0;
    }

    /// Ranks candidates and opens what there is room for, each by its own symbol's rules.
    static void enter(
            int[] groupOf,
            RuleParams[] rules,
            Account a,
            Position[] positions,
            Cooldown[] cooldowns,
            int symbols,
            double equity,
            Candidate[] candidates,
            int count,
            int[] order,
            long ts,
            boolean isSubBar,
            long[] counts,
            long[] open,
            FillRow[] log,
            FillTotals totals) {
        Ranking.rank(candidates, count, order);
        boolean hasRoom = true;
        for (int i = 0; i < count && hasRoom; i++) {
            final Candidate next = candidates[order[i]];
            final RuleParams p = rules[groupOf[next.symbol]];
            hasRoom = Round.next(p, a, positions, cooldowns, symbols, equity, next, ts, isSubBar, counts, log);
            drain(a, log, totals);
            track(positions, next.symbol, open);
        }
    }

    /// Settles all open positions at the hours between the bar before and this one, this one's included.
    static void fund(
            MarketView m,
            int[] ints,
            long[] longs,
            double[] doubles,
            int bar,
            Account a,
            Position[] positions,
            double[] marks,
            long[] open,
            FillRow[] log,
            FillTotals totals) {
        if (!m.hasFunding || a.open == 0) {
            return;
        }
        final int from = ints[m.hourFromAt + bar - m.firstBar];
        final int to = ints[m.hourFromAt + bar - m.firstBar + 1];
        if (from < to) {
            mark(m, ints, doubles, bar, open, marks);
        }
        for (int hour = from; hour < to; hour++) {
            for (int symbol = 0; symbol < m.symbols; symbol++) {
                final Position pos = positions[symbol];
                final int rate = ints[m.rateIndexAt + hour * m.symbols + symbol];
                if (rate >= 0 && pos.side != 0 && MarketView.latest(m, ints, bar, symbol) >= 0) {
                    MainBar.fund(a, pos, marks[symbol], doubles[m.rateAt + rate], longs[m.hourAt + hour], symbol, log);
                    drain(a, log, totals);
                }
            }
        }
    }

    /// Closes what is left at the last close.
    static void end(
            MarketView m,
            int[] ints,
            long[] longs,
            double[] doubles,
            Account a,
            Position[] positions,
            Cooldown[] cooldowns,
            double[] marks,
            long[] open,
            FillRow[] log,
            FillTotals totals) {
        final int bar = m.endBar - 1;
        mark(m, ints, doubles, bar, open, marks);
        for (int symbol = 0; symbol < m.symbols; symbol++) {
            final Position pos = positions[symbol];
            final double price = marks[symbol];
            if (pos.side != 0 && MarketView.latest(m, ints, bar, symbol) >= 0 && price > 0.0) {
                MainBar.end(a, pos, cooldowns[symbol], price, longs[bar], symbol, log);
                drain(a, log, totals);
            }
        }
    }
}
