package aiquant.desktop.trades;

/// One fill, ready to read.
record TradeLine(
        long sequence,
        String time,
        String symbol,
        String action,
        String price,
        String size,
        double quantity,
        String pnl,
        double pnlUsd,
        String fee,
        double feeUsd,
        String balance,
        String reason) {}
