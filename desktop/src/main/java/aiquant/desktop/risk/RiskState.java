package aiquant.desktop.risk;

import aiquant.desktop.table.Tone;
import java.util.List;

/// What the risk panel shows, ready to read.
record RiskState(List<Limit> limits, String level, Tone levelTone, List<String> causes, List<Denial> denials) {

    /// @param part how much of the limit is used, 0 to 1 and above
    record Limit(String name, String used, double part, Tone tone, String consequence) {}

    record Denial(long atMs, String time, String symbol, String check, String text) {}
}
