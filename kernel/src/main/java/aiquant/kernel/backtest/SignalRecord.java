package aiquant.kernel.backtest;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;

/// One raw signal, before transforms and filters. ATR is not floored.
public record SignalRecord(
        long timeMs,
        Symbol symbol,
        boolean isBuy,
        Confidence confidence,
        double price,
        double adx,
        double rsi,
        double atr) {}
