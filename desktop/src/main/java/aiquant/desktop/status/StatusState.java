package aiquant.desktop.status;

import aiquant.desktop.table.Tone;

/// What the status bar shows, ready to read.
///
/// @param progress part of a replay that is done, NaN for an endless feed
record StatusState(
        String feed,
        Tone feedTone,
        String age,
        String speed,
        String rounds,
        double progress,
        String ledger,
        String memory) {}
