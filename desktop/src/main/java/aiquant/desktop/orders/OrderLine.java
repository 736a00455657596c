package aiquant.desktop.orders;

import aiquant.desktop.table.Tone;

/// One order, ready to read.
record OrderLine(
        String id,
        long atMs,
        String time,
        String state,
        Tone stateTone,
        String action,
        String symbol,
        String side,
        Tone sideTone,
        String size,
        double quantity,
        String price,
        double priceValue,
        String reason,
        String origin) {}
