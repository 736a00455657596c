package aiquant.kernel.device;

import aiquant.kernel.rule.DeviceCode;

/// Where the tables of one market lie in the three flat arrays that all threads read: ints, longs, doubles.
///
/// A row is one main candle, all of a symbol's in time order, symbol after symbol. Closes begin at 0 of the doubles,
/// bar
/// times at 0 of the longs; names ending in `At` are the first index of their table. "Finer" tables hold all symbols'
/// finer bars one after the other and index them absolutely.
@DeviceCode
public final class MarketView {
    /// Ints of the header with which the int array begins.
    public static final int HEADER = 32;

    public int symbols;
    public int words;
    public int bars;
    public int firstBar;
    public int endBar;
    public int lookback;
    public int days;

    /// Symbol numbers of BTC and of what stands in for it, or −1.
    public int leader;
    public int spare;
    public boolean hasExitBars;
    public boolean hasEntryBars;
    public boolean hasFunding;

    // Among the ints.
    public int latestAt;
    public int barOfRowAt;
    public int firstRowAt;
    public int flagsAt;
    public int dayAt;
    public int exitFromAt;
    public int entryFromAt;
    public int entryFirstAt;
    public int tickFromAt;
    public int hourFromAt;
    public int rateIndexAt;
    public int bookAt;

    // Among the longs.
    public int exitTimeAt;
    public int entryTimeAt;
    public int tickAt;
    public int hourAt;
    public int bookTimeAt;

    // Among the doubles.
    public int volumeAt;
    public int exitCloseAt;
    public int entryCloseAt;
    public int rateAt;
    public int bookValueAt;

    /// Reads the header.
    public static void read(int[] ints, MarketView m) {
        m.symbols = ints[0];
        m.words = ints[1];
        m.bars = ints[2];
        m.firstBar = ints[3];
        m.endBar = ints[4];
        m.lookback = ints[5];
        m.days = ints[6];
        m.leader = ints[7];
        m.spare = ints[8];
        m.hasExitBars = (ints[9] & 1) != 0;
        m.hasEntryBars = (ints[9] & 2) != 0;
        m.hasFunding = (ints[9] & 4) != 0;
        m.latestAt = ints[10];
        m.barOfRowAt = ints[11];
        m.firstRowAt = ints[12];
        m.flagsAt = ints[13];
        m.dayAt = ints[14];
        m.exitFromAt = ints[15];
        m.entryFromAt = ints[16];
        m.entryFirstAt = ints[17];
        m.tickFromAt = ints[18];
        m.hourFromAt = ints[19];
        m.rateIndexAt = ints[20];
        m.bookAt = ints[21];
        m.exitTimeAt = ints[22];
        m.entryTimeAt = ints[23];
        m.tickAt = ints[24];
        m.hourAt = ints[25];
        m.bookTimeAt = ints[26];
        m.volumeAt = ints[27];
        m.exitCloseAt = ints[28];
        m.entryCloseAt = ints[29];
        m.rateAt = ints[30];
        m.bookValueAt = ints[31];
    }

    /// The symbol's newest row at or before the bar, or −1.
    static int latest(MarketView m, int[] ints, int bar, int symbol) {
        return bar < 0 ? -1 : ints[m.latestAt + bar * m.symbols + symbol];
    }

    /// The row of the symbol's candle at the bar, or −1 when it has none at this time.
    static int row(MarketView m, int[] ints, int bar, int symbol) {
        final int row = ints[m.latestAt + bar * m.symbols + symbol];
        if (row < 0 || ints[m.barOfRowAt + row] != bar) {
            return -1;
        }
        return row;
    }

    static int firstRow(MarketView m, int[] ints, int symbol) {
        return ints[m.firstRowAt + symbol];
    }

    static boolean isBtc(MarketView m, int[] ints, int symbol) {
        return (ints[m.flagsAt + symbol] & 1) != 0;
    }

    static boolean isPaxg(MarketView m, int[] ints, int symbol) {
        return (ints[m.flagsAt + symbol] & 2) != 0;
    }

    /// The place from `from` to `to` exclusive at which the rising times are exactly `time`, or −1.
    static int find(long[] longs, int timeAt, int from, int to, long time) {
        int low = from;
        int high = to;
        while (low < high) {
            final int middle = low + (high - low) / 2;
            if (longs[timeAt + middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low < to && longs[timeAt + low] == time) {
            return low;
        }
        return -1;
    }
}
