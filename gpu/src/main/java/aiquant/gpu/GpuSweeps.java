package aiquant.gpu;

import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The cards that a person lets sweeps use.
public final class GpuSweeps {
    private final List<GpuInfo> cards;
    private final SweepSettings settings;
    private final Set<String> tested = ConcurrentHashMap.newKeySet();

    private GpuSweeps(List<GpuInfo> cards, SweepSettings settings) {
        this.cards = List.copyOf(cards);
        this.settings = settings;
    }

    /// Finds the cards; opens none.
    ///
    /// @param names numbers, UUIDs or parts of names; where there are none, every card that can run the kernels
    /// @throws GpuUnavailable if there is none, or none is called so
    public static GpuSweeps of(List<String> names, SweepSettings settings) {
        Ptx.current();
        if (!names.isEmpty()) {
            return new GpuSweeps(names.stream().map(GpuDevice::find).distinct().toList(), settings);
        }
        List<GpuInfo> all = GpuDevice.list();
        List<GpuInfo> able = all.stream().filter(GpuInfo::isSupported).toList();
        // Opening one that is too old says what is wrong with it.
        return new GpuSweeps(able.isEmpty() ? all.subList(0, 1) : able, settings);
    }

    public List<GpuInfo> cards() {
        return cards;
    }

    /// @param processor does what no card can; is not closed with the runner
    public SweepRunner runner(Sweep sweep, SweepRunner processor) {
        return new GpuSweepRunner(sweep, cards, this::open, settings, processor);
    }

    /// Opens a card; the first time what it computes is compared with the JVM.
    ///
    /// @throws GpuUnavailable if it cannot be used
    private GpuDevice open(GpuInfo card) {
        GpuDevice device = GpuDevice.open(card);
        boolean isUsable = false;
        try {
            if (settings.isTested() && !tested.contains(card.uuid())) {
                SelfTest.difference(device).ifPresent(difference -> {
                    throw new GpuUnavailable("card " + card + " computes wrongly and is not used: " + difference);
                });
                tested.add(card.uuid());
            }
            isUsable = true;
            return device;
        } finally {
            if (!isUsable) {
                device.close();
            }
        }
    }
}
