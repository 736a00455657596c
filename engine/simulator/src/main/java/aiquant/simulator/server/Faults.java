package aiquant.simulator.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The faults in force. Chance comes from the seed, so the same messages meet the same faults. Belongs to the venue's
/// thread.
final class Faults {
    private static final class Armed {
        private final Fault fault;
        private long passed;

        private Armed(Fault fault) {
            this.fault = fault;
        }
    }

    private final RandomGenerator random;
    private final List<Armed> armed = new ArrayList<>();

    Faults(RandomGenerator random) {
        this.random = random;
    }

    void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    void clear() {
        armed.clear();
    }

    List<Fault> all() {
        return armed.stream().map(one -> one.fault).toList();
    }

    /// The fault that strikes a message at this place, the first one that does.
    Optional<Fault> strike(String kind, String type) {
        for (Armed one : armed) {
            Fault fault = one.fault;
            boolean isHere =
                    fault.place().equals(kind + ':' + type) || fault.place().equals(kind + ":*");
            if (isHere && (fault.probability() >= 1.0 || random.nextDouble() < fault.probability())) {
                long number = one.passed++;
                if (number >= fault.skip() && number - fault.skip() < fault.times()) {
                    return Optional.of(fault);
                }
            }
        }
        return Optional.empty();
    }

    String alter(String text) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return text.isEmpty() ? "?" : text.substring(0, at) + '#' + text.substring(at + 1);
    }
}
