package aiquant.engine.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// All that is known of one symbol's price: the newest of each source.
///
/// Who asks gets the most trusted source that is not too old. Nothing is made up: what no source said, or said
/// too long ago, is missing.
record Quotes(Map<PriceSource, Touch> touches, Map<PriceSource, Mid> mids) {

    static final Quotes NONE = new Quotes(Map.of(), Map.of());

    Quotes {
        touches = Map.copyOf(touches);
        mids = Map.copyOf(mids);
    }

    /// What came late changes nothing.
    Quotes with(Touch touch) {
        return new Quotes(newest(touches, touch, Touch::stamp), mids);
    }

    /// What came late changes nothing.
    Quotes with(Mid mid) {
        return new Quotes(touches, newest(mids, mid, Mid::stamp));
    }

    private static <T> Map<PriceSource, T> newest(Map<PriceSource, T> all, T next, Function<T, Stamp> stamp) {
        PriceSource source = stamp.apply(next).source();
        T before = all.get(source);
        if (before != null && stamp.apply(before).steadyMs() > stamp.apply(next).steadyMs()) {
            return all;
        }
        Map<PriceSource, T> changed = new EnumMap<>(PriceSource.class);
        changed.putAll(all);
        changed.put(source, next);
        return changed;
    }

    Optional<Touch> touch(ToLongFunction<Stamp> ageMs, long maxAgeMs) {
        for (PriceSource source : PriceSource.values()) {
            Touch touch = touches.get(source);
            if (touch != null && ageMs.applyAsLong(touch.stamp()) <= maxAgeMs) {
                return Optional.of(touch);
            }
        }
        return Optional.empty();
    }

    /// What a source says of the middle itself goes before the middle of its best prices.
    Optional<Mid> mid(ToLongFunction<Stamp> ageMs, long maxAgeMs) {
        for (PriceSource source : PriceSource.values()) {
            for (Mid mid : mids(source)) {
                if (ageMs.applyAsLong(mid.stamp()) <= maxAgeMs) {
                    return Optional.of(mid);
                }
            }
        }
        return Optional.empty();
    }

    private List<Mid> mids(PriceSource source) {
        List<Mid> found = new ArrayList<>();
        Optional.ofNullable(mids.get(source)).ifPresent(found::add);
        Optional.ofNullable(touches.get(source)).map(Touch::middle).ifPresent(found::add);
        return found;
    }

    /// The newest of everything, however old.
    Optional<Mid> newest() {
        List<Mid> all = new ArrayList<>();
        for (PriceSource source : PriceSource.values()) {
            all.addAll(mids(source));
        }
        return all.stream().max(Comparator.comparingLong(mid -> mid.stamp().steadyMs()));
    }
}
