package aiquant.simulator.source;

import java.util.List;

/// What the world does, step by step in time order.
///
/// Not thread-safe; the exchange pulls from it.
public interface MarketSource {

    /// When the source has nothing more to say.
    long NEVER = Long.MAX_VALUE;

    /// A world in which nothing happens unless somebody applies steps by hand.
    MarketSource SILENT = new MarketSource() {
        @Override
        public long nextMs() {
            return NEVER;
        }

        @Override
        public List<MarketStep> next() {
            throw new IllegalStateException("a silent source has no steps");
        }
    };

    /// Time of the next steps, never earlier than the last; `NEVER` when there are none.
    long nextMs();

    /// The steps of that time, in order.
    List<MarketStep> next();
}
