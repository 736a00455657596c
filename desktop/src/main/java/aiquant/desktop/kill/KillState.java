package aiquant.desktop.kill;

import aiquant.engine.risk.KillLevel;
import java.util.List;

/// What the kill switch shows.
///
/// @param scope     what it acts on: the account and the mode
/// @param fact      the state as a sentence, empty while everything is allowed
/// @param causes    one line per latched cause
/// @param positions one line per open position, for the flatten dialog
/// @param orders    one line per order that is still working
record KillState(
        KillLevel level, String scope, String fact, List<String> causes, List<String> positions, List<String> orders) {}
