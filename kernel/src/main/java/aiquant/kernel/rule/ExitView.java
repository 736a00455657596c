package aiquant.kernel.rule;

/// How one position stands at one tick, and what the exit modifiers have made of its stop and trail so far.
///
/// `gain` in quote currency per unit, positive when winning; `hours` since the open.
@DeviceCode
public final class ExitView {
    public double entry;
    public double atr;
    public double gain;
    public double profitAtr;
    public double hours;
    public boolean isUnderwater;
    public double stopMult;
    public double stop;
    public boolean isStopBased;
    public double trailStart;
    public double trailDistance;
    public boolean isTrailBuffered;
    public boolean isTrailBased;
}
