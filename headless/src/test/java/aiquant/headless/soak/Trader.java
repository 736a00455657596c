package aiquant.headless.soak;

import aiquant.exchange.ActionClient;
import aiquant.exchange.ActionOutcome;
import aiquant.exchange.Endpoints;
import aiquant.exchange.HttpSettings;
import aiquant.exchange.RateBudget;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.SystemClockwork;
import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.OrderRequest;
import aiquant.exchange.action.OrderType;
import aiquant.exchange.action.Tif;
import aiquant.exchange.action.WireDecimal;
import aiquant.exchange.signing.Curve;
import aiquant.exchange.signing.Purpose;
import aiquant.exchange.signing.SecretKey;
import aiquant.exchange.signing.Signer;
import aiquant.exchange.signing.SigningOutcome;
import aiquant.exchange.signing.SigningPolicy;
import aiquant.exchange.signing.SigningRequest;
import aiquant.simulator.market.Asset;
import aiquant.simulator.server.Simulator;
import aiquant.simulator.source.DemoUniverse;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// An account that trades: small orders of both kinds, some filled at once and some when the market comes to them.
///
/// One thread.
final class Trader implements AutoCloseable {

    private static final BigDecimal DEPOSIT = BigDecimal.valueOf(1_000_000);

    private final Simulator simulator;
    private final ScaledTime time;
    private final RandomGenerator random;
    private final List<Asset> assets = DemoUniverse.assets();
    private final SystemClockwork clockwork;
    private final Signer signer;
    private final ActionClient client;
    private long lastNonce;

    Trader(Simulator simulator, Endpoints endpoints, ScaledTime time, RandomGenerator random) {
        this.simulator = simulator;
        this.time = time;
        this.random = random;
        this.clockwork = new SystemClockwork(time);
        this.signer = new Signer(
                SecretKey.takeHex("7".repeat(64).toCharArray()),
                endpoints.network(),
                _ -> new SigningPolicy.Verdict.Allowed(),
                Curve.fastest());
        this.client = new ActionClient(endpoints, HttpSettings.STANDARD, new RateBudget(clockwork, random));
        simulator.fund(account(), DEPOSIT);
    }

    String account() {
        return signer.address().text();
    }

    /// A few more dollars, which the account's ledger shows.
    void deposit() {
        simulator.fund(account(), BigDecimal.valueOf(1 + random.nextInt(9_999), 2));
    }

    /// Sends one order.
    ///
    /// @return whether the exchange took it
    boolean trade() {
        int number = random.nextInt(assets.size());
        Asset asset = assets.get(number);
        BigDecimal mid = simulator.with(venue -> venue.queries().mids().getOrDefault(asset.coin(), BigDecimal.ZERO));
        if (mid.signum() == 0) {
            return false;
        }
        boolean isBuy = random.nextBoolean();
        boolean isResting = random.nextInt(4) == 0;
        double away = isResting ? -0.001 * random.nextInt(1, 4) : 0.03;
        BigDecimal wanted = mid.multiply(BigDecimal.valueOf(1 + (isBuy ? away : -away)));
        BigDecimal price = asset.grid().onTick(wanted, isBuy ? RoundingMode.UP : RoundingMode.DOWN);
        BigDecimal size = BigDecimal.valueOf(random.nextInt(30, 300))
                .divide(mid, MathContext.DECIMAL64)
                .setScale(asset.sizeDecimals(), RoundingMode.UP);
        return send(L1Action.PlaceOrders.of(new OrderRequest(
                number,
                isBuy,
                new WireDecimal(price),
                new WireDecimal(size),
                false,
                new OrderType.Limit(isResting ? Tif.GTC : Tif.IOC),
                Optional.empty())));
    }

    private boolean send(L1Action action) {
        lastNonce = Math.max(lastNonce + 1, time.nowMs());
        SigningOutcome outcome = signer.sign(
                new SigningRequest(action, Purpose.STRATEGY, lastNonce, Optional.empty(), OptionalLong.empty()));
        return outcome instanceof SigningOutcome.Signed signed
                && client.send(signed.json().getBytes(StandardCharsets.UTF_8), 1, Priority.NORMAL, 1_000)
                        instanceof ActionOutcome.Answered;
    }

    @Override
    public void close() {
        client.close();
        clockwork.close();
    }
}
