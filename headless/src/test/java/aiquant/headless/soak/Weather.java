package aiquant.headless.soak;

import aiquant.simulator.server.Fault;
import aiquant.simulator.server.Fault.Effect;
import aiquant.simulator.server.Simulator;
import java.util.List;
import java.util.random.RandomGenerator;

/// What goes wrong between the exchange and whoever listens to it. One thread.
final class Weather {

    private static final List<String> CANDLES = List.of("frame:candle", "frame:allMids", "frame:bbo");
    private static final List<String> ACCOUNT = List.of("frame:userFills", "frame:orderUpdates", "frame:userFundings");
    private static final List<String> QUESTIONS =
            List.of("info:candleSnapshot", "info:userFillsByTime", "info:userFunding", "info:fundingHistory");

    private final Simulator simulator;
    private final RandomGenerator random;
    private int strikes;

    Weather(Simulator simulator, RandomGenerator random) {
        this.simulator = simulator;
        this.random = random;
    }

    /// Another mixture of faults from now on, and perhaps something sudden.
    void change() {
        strikes++;
        simulator.clearFaults();
        CANDLES.forEach(place -> spoil(place, 0.2));
        ACCOUNT.forEach(place -> spoil(place, 0.1));
        for (String question : QUESTIONS) {
            simulator.addFault(Fault.always(question, Effect.STATUS)
                    .withCode(random.nextBoolean() ? 500 : 503)
                    .withProbability(random.nextDouble() * 0.3));
            simulator.addFault(Fault.always(question, oneOf(Effect.DROP, Effect.TRUNCATE, Effect.ALTER))
                    .withProbability(random.nextDouble() * 0.1));
        }
        switch (random.nextInt(5)) {
            case 0 -> simulator.disconnectAll();
            case 1 -> once(Effect.SILENCE);
            case 2 -> once(Effect.HALF_OPEN);
            case 3 -> simulator.addFault(Fault.once("frame:*", Effect.DISCONNECT));
            default -> {}
        }
    }

    private void spoil(String place, double most) {
        for (Effect effect : List.of(Effect.DROP, Effect.DUPLICATE, Effect.REORDER, Effect.TRUNCATE)) {
            double share = effect == Effect.TRUNCATE ? 0.1 : 1;
            simulator.addFault(Fault.always(place, effect).withProbability(random.nextDouble() * most * share));
        }
        simulator.addFault(Fault.always(place, Effect.DELAY)
                .lasting(random.nextInt(10, 400))
                .withProbability(random.nextDouble() * most));
    }

    private void once(Effect effect) {
        simulator.addFault(Fault.once("frame:*", effect).lasting(random.nextInt(300, 4_000)));
    }

    private Effect oneOf(Effect... effects) {
        return effects[random.nextInt(effects.length)];
    }

    /// Nothing goes wrong any more; connections are opened anew, so that each asks for what it missed.
    void clear() {
        simulator.clearFaults();
        simulator.disconnectAll();
    }

    int strikes() {
        return strikes;
    }
}
