package aiquant.headless.command;

import aiquant.engine.feed.Pace;
import aiquant.engine.feed.Round;
import aiquant.engine.feed.RoundSource;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A live market on scaled time, which hears how far it has been read.
///
/// @param identity what a ledger knows this market by
record PacedRounds(RoundSource market, PacedClock clock, String identity) implements RoundSource {

    @Override
    public Optional<Round> next() {
        Optional<Round> round = market.next();
        round.ifPresent(read -> clock.followed(read.timeMs() + interval().lengthMs()));
        return round;
    }

    @Override
    public List<Symbol> symbols() {
        return market.symbols();
    }

    @Override
    public Interval interval() {
        return market.interval();
    }

    @Override
    public OptionalLong total() {
        return market.total();
    }

    @Override
    public String label() {
        return market.label();
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public long decidesFromMs() {
        return market.decidesFromMs();
    }

    @Override
    public Optional<Pace> pace() {
        return Optional.of(clock);
    }

    @Override
    public String condition() {
        return market.condition();
    }
}
