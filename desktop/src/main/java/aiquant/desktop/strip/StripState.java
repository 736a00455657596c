package aiquant.desktop.strip;

import aiquant.desktop.table.Tone;
import aiquant.engine.Mode;

/// What the mode strip shows, ready to read.
///
/// @param speedReason why the speed cannot be changed; empty when it can
record StripState(
        Mode mode,
        String account,
        String clock,
        Figure equity,
        Figure dayPnl,
        Figure realised,
        Figure fees,
        String runState,
        Tone runTone,
        String speedReason) {

    /// @param detail a second figure in a smaller face
    record Figure(String text, String detail, Tone tone) {}
}
