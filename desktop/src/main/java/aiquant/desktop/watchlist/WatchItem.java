package aiquant.desktop.watchlist;

import aiquant.desktop.table.Tone;
import aiquant.kernel.market.Symbol;

/// One symbol of the watchlist, ready to read. The spark line belongs to the item; nobody writes to it.
///
/// @param position  `▲ LONG`, `▼ SHORT` or empty
/// @param signal    `BUY`, `SELL` or empty
/// @param quoted    who said the price and how long ago, empty where it is the last candle's close
/// @param direction sign of the last change of price: 1, -1 or 0
/// @param changeNo  counts the changes of price, so that two equal moves are two flashes
record WatchItem(
        Symbol symbol,
        String price,
        String change,
        Tone changeTone,
        double[] spark,
        String position,
        Tone positionTone,
        String signal,
        Tone signalTone,
        String blocking,
        String quoted,
        Tone quotedTone,
        int direction,
        long changeNo) {}
