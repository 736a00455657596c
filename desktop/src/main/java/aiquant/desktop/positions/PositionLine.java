package aiquant.desktop.positions;

import aiquant.desktop.table.Tone;
import aiquant.kernel.market.Symbol;

/// One open position, ready to read; numbers beside their text are for sorting.
///
/// @param stop     the level, and how far away it is in percent of the mark
/// @param closing  what the Close button says: `Close`, or the armed question in live mode
record PositionLine(
        Symbol symbol,
        String side,
        Tone sideTone,
        String size,
        double notional,
        String value,
        String entry,
        String mark,
        String pnl,
        double pnlUsd,
        String pnlPercent,
        double pnlPct,
        String stop,
        double stopDistance,
        String trailing,
        String target,
        String adds,
        String age,
        long openedMs,
        String closing,
        boolean armed) {}
