package aiquant.headless.command;

import aiquant.engine.feed.Round;
import aiquant.engine.feed.RoundSource;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.simulator.MarketGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The seeded market of the demonstration as rounds without end.
final class GeneratedRounds implements RoundSource {
    private static final long START_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private final long seed;
    private final Interval interval;
    private final MarketGenerator generator;

    GeneratedRounds(long seed, Interval interval) {
        this.seed = seed;
        this.interval = interval;
        generator = new MarketGenerator(seed, MarketGenerator.demoSymbols(), START_MS, interval);
    }

    @Override
    public Optional<Round> next() {
        return Optional.of(new Round(generator.nextOpenTimeMs(), generator.next()));
    }

    @Override
    public List<Symbol> symbols() {
        return MarketGenerator.demoSymbols().stream().sorted().toList();
    }

    @Override
    public Interval interval() {
        return interval;
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.empty();
    }

    @Override
    public String label() {
        return "generated";
    }

    @Override
    public String identity() {
        return "generated " + interval + " seed " + seed + " from " + START_MS;
    }
}
