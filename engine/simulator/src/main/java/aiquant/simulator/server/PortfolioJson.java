package aiquant.simulator.server;

import static aiquant.simulator.server.Nodes.array;
import static aiquant.simulator.server.Nodes.object;
import static aiquant.simulator.server.Nodes.text;

import aiquant.simulator.account.Performance.Sample;
import aiquant.simulator.venue.VenueQueries;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// How an account did over a day, a week, a month and ever, in the exchange's words.
final class PortfolioJson {
    private static final long DAY_MS = 86_400_000;
    private static final List<Period> PERIODS = List.of(
            new Period("day", DAY_MS),
            new Period("week", 7 * DAY_MS),
            new Period("month", 30 * DAY_MS),
            new Period("allTime", Long.MAX_VALUE));

    private record Period(String name, long lengthMs) {
        String perpName() {
            return "perp" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        long fromMs(long nowMs) {
            return lengthMs > nowMs ? 0 : nowMs - lengthMs;
        }
    }

    private PortfolioJson() {}

    static ArrayNode of(VenueQueries queries, String address, long nowMs) {
        ArrayNode all = array();
        for (Period period : PERIODS) {
            List<Sample> samples = queries.performance(address, period.fromMs(nowMs));
            all.add(array().add(period.name())
                    .add(history(samples, sample -> sample.perpUsd().add(sample.spotUsd()))));
        }
        for (Period period : PERIODS) {
            List<Sample> samples = queries.performance(address, period.fromMs(nowMs));
            all.add(array().add(period.perpName()).add(history(samples, Sample::perpUsd)));
        }
        return all;
    }

    private static ObjectNode history(List<Sample> samples, Function<Sample, BigDecimal> value) {
        Sample first = samples.getFirst();
        ObjectNode node = object();
        node.set(
                "accountValueHistory",
                array(samples, sample -> array().add(sample.timeMs()).add(text(value.apply(sample)))));
        node.set(
                "pnlHistory",
                array(
                        samples,
                        sample -> array().add(sample.timeMs())
                                .add(text(sample.profitUsd().subtract(first.profitUsd())))));
        BigDecimal volume = samples.getLast().volumeUsd().subtract(first.volumeUsd());
        return node.put("vlm", text(volume));
    }
}
