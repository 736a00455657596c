package aiquant.simulator.server;

import aiquant.exchange.Network;
import aiquant.simulator.market.Asset;
import aiquant.simulator.source.MarketSource;
import aiquant.simulator.venue.VenueRules;
import java.util.List;

/// What a simulator is started with.
///
/// @param restPort        0 takes any free one, as does `socketPort`
/// @param network         which chain signatures must be for
/// @param seed            of ids, hashes and faults
/// @param weightPerMinute budget of requests; the exchange's is 1200
/// @param tickMs          wall time between two looks at the clock
public record SimulatorSettings(
        int restPort,
        int socketPort,
        Network network,
        VenueRules rules,
        List<Asset> assets,
        MarketSource source,
        long startMs,
        long seed,
        long weightPerMinute,
        long tickMs) {

    public SimulatorSettings {
        assets = List.copyOf(assets);
        if (weightPerMinute < 1 || tickMs < 1) {
            throw new IllegalArgumentException(
                    "weightPerMinute and tickMs must be positive: " + weightPerMinute + ", " + tickMs);
        }
    }

    /// The exchange's own rules and limits on any free ports.
    public static SimulatorSettings of(List<Asset> assets, MarketSource source, long startMs, long seed) {
        return new SimulatorSettings(
                0, 0, Network.TESTNET, VenueRules.standard(), assets, source, startMs, seed, 1200, 20);
    }

    public SimulatorSettings onPorts(int rest, int socket) {
        return new SimulatorSettings(
                rest, socket, network, rules, assets, source, startMs, seed, weightPerMinute, tickMs);
    }

    public SimulatorSettings withRules(VenueRules other) {
        return new SimulatorSettings(
                restPort, socketPort, network, other, assets, source, startMs, seed, weightPerMinute, tickMs);
    }

    public SimulatorSettings withWeightPerMinute(long weight) {
        return new SimulatorSettings(
                restPort, socketPort, network, rules, assets, source, startMs, seed, weight, tickMs);
    }
}
