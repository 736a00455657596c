package aiquant.kernel.rule;

/// What the gates found at one bar. `adxFloor` is the effective floor; the RSI limits bend with ADX.
@DeviceCode
public final class GateResult {
    public boolean isRanging;
    public boolean isAnomaly;
    public boolean isExtended;
    public boolean isVolumeOk;
    public boolean isRisingOk;
    public boolean isFloorOk;
    public boolean isBull;
    public boolean isBear;
    public boolean isBtcOkLong;
    public boolean isBtcOkShort;
    public double adxFloor;
    public double rsiLongLimit;
    public double rsiShortLimit;

    /// Floor, ranging, anomaly, extension, volume and rising together; alignment and BTC are not part of it.
    public boolean isAllOk;
}
