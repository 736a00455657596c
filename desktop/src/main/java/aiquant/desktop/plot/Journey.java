package aiquant.desktop.plot;

/// From a position's entry to its exit, or to the newest bar while it is open.
///
/// @param profit result so far, in money: its sign colours the line
public record Journey(int entryBar, double entryPrice, int exitBar, double exitPrice, double profit, boolean open) {}
