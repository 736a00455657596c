package aiquant.gpu;

import aiquant.gpu.GpuDevice.Buffer;
import aiquant.gpu.TrialPack.Part;
import aiquant.gpu.TrialPack.Slice;
import aiquant.kernel.backtest.DeviceBatch;
import aiquant.kernel.device.Frame;
import aiquant.kernel.device.TradeKernel;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Memory on a card for one batch of configurations: what they are, how they stand, what came of them.
final class TrialRoom {
    private final GpuDevice device;
    private final SweepSetup setup;
    private final int size;
    private final int groups;
    private final List<Buffer> all = new ArrayList<>();

    final Buffer groupOf;
    final Buffer selection;
    final Buffer breadthOf;
    final Buffer modes;
    final Buffer entryLengthMs;
    final Buffer rules;
    final Buffer masks;
    final Buffer accounts;
    final Buffer positions;
    final Buffer cooldowns;
    final Buffer candidates;
    final Buffer order;
    final Buffer marks;
    final Buffer open;
    final Buffer log;
    final Buffer totals;
    final Buffer curves;
    final Buffer daily;
    final Buffer out;
    final Buffer digests;

    /// @param chunk bars of which the raw signals are kept
    /// @throws GpuException if the card has not that much
    TrialRoom(GpuDevice device, SweepSetup setup, int size, int groups, int chunk) {
        this.device = device;
        this.setup = setup;
        this.size = size;
        this.groups = groups;
        MarketShape market = setup.market();
        KernelStructs structs = setup.structs();
        try {
            groupOf = take(4L * market.symbols());
            selection = take(4L * size * groups * Frame.SLOTS);
            breadthOf = take(4L * size);
            modes = take(4L * size);
            entryLengthMs = take(8L * size);
            rules = take((long) structs.rules().bytes() * size * groups);
            masks = take(8L * size * market.words() * chunk);
            accounts = take((long) structs.account() * size);
            positions = take((long) structs.position() * size * market.symbols());
            cooldowns = take((long) structs.cooldown() * size * market.symbols());
            candidates = take((long) structs.candidate() * size * market.symbols());
            order = take(4L * size * market.symbols());
            marks = take(8L * size * market.symbols());
            open = take(8L * size * market.words());
            log = take((long) structs.fillRow() * size * TradeKernel.LOG);
            totals = take((long) structs.fillTotals() * size);
            curves = take((long) structs.equityCurve() * size);
            daily = take(8L * size * market.days());
            out = take(8L * size * TradeKernel.RESULTS);
            digests = take(8L * size);
        } catch (GpuException e) {
            if (e.isOutOfMemory()) {
                free();
            }
            throw e;
        }
    }

    private Buffer take(long bytes) {
        Buffer buffer = device.alloc(bytes);
        all.add(buffer);
        return buffer;
    }

    boolean fits(Part part) {
        return part.size() <= size && part.groups() == groups;
    }

    void free() {
        all.forEach(device::free);
        all.clear();
    }

    /// Copies the configurations there; their series lie there already.
    void upload(Part part, SeriesStore series, SeriesStore breadths) {
        int n = part.size();
        int[] selected = new int[groups * Frame.SLOTS * n];
        int[] ofBreadth = new int[n];
        int[] mode = new int[n];
        long[] length = new long[n];
        int ruleBytes = setup.structs().rules().bytes() * groups;
        int at = 0;
        while (at < n) {
            Slice slice = part.slice(at);
            int first = part.inSlice(at);
            int run = part.run(at);
            // Of a slice's series, those lie there that the part's trials read.
            int[] slots = slice.series().stream().mapToInt(series::slot).toArray();
            int[] breadthSlots =
                    slice.breadths().stream().mapToInt(breadths::slot).toArray();
            for (int i = 0; i < run; i++) {
                select(slice, first + i, slots, selected, at + i, n);
                ofBreadth[at + i] = breadthSlots[slice.breadthOf()[first + i]];
            }
            System.arraycopy(slice.modes(), first, mode, at, run);
            System.arraycopy(slice.entryLengthMs(), first, length, at, run);
            MemorySegment some = slice.rules().asSlice((long) first * ruleBytes, (long) run * ruleBytes);
            device.upload(some, rules, (long) at * ruleBytes);
            at += run;
        }
        device.upload(MemorySegment.ofArray(part.slice(0).groupOf()), groupOf, 0);
        device.upload(MemorySegment.ofArray(selected), selection, 0);
        device.upload(MemorySegment.ofArray(ofBreadth), breadthOf, 0);
        device.upload(MemorySegment.ofArray(mode), modes, 0);
        device.upload(MemorySegment.ofArray(length), entryLengthMs, 0);
    }

    private void select(Slice slice, int from, int[] slots, int[] selected, int to, int n) {
        for (int group = 0; group < groups; group++) {
            for (int slot = 0; slot < Frame.SLOTS; slot++) {
                int place = group * Frame.SLOTS + slot;
                int value = slice.selection()[place * slice.size() + from];
                selected[place * n + to] = slot < DeviceBatch.SERIES && value >= 0 ? slots[value] : value;
            }
        }
    }
}
