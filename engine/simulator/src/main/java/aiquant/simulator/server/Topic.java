package aiquant.simulator.server;

import aiquant.exchange.wire.Subscription;

/// What a stream is about: its type and what tells it from others of that type.
record Topic(String type, String subject) {
    private static final String MERGED = "|merged";

    static Topic of(Subscription subscription) {
        String subject = subscription.argument("user").orElse("")
                + '|'
                + subscription.argument("coin").orElse("")
                + '|'
                + subscription.argument("interval").orElse("")
                + (subscription.argument("fast").isPresent() ? "|fast" : "")
                + subscription
                        .argument("nSigFigs")
                        .map(figures -> "|" + figures)
                        .orElse("")
                + subscription
                        .argument("mantissa")
                        .map(mantissa -> "/" + mantissa)
                        .orElse("")
                + (subscription.argument("aggregateByTime").isPresent() ? MERGED : "");
        return new Topic(subscription.type(), subject);
    }

    static Topic ofCoin(String type, String coin) {
        return new Topic(type, '|' + coin + '|');
    }

    static Topic ofCandle(String coin, String interval) {
        return new Topic("candle", '|' + coin + '|' + interval);
    }

    static Topic ofUser(String type, String user) {
        return new Topic(type, user + "||");
    }

    /// Fills of which those of one order at one time come as one.
    static Topic ofMergedFills(String user) {
        return new Topic("userFills", user + "||" + MERGED);
    }

    /// A stream that is the same for everybody.
    static Topic ofAll(String type) {
        return new Topic(type, "||");
    }
}
