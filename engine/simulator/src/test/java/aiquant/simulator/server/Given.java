package aiquant.simulator.server;

import aiquant.exchange.Network;
import aiquant.exchange.action.Action;
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
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.source.MarketSource;
import aiquant.simulator.source.MarketStep;
import aiquant.simulator.venue.VenueModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// A simulator with two quiet coins, time that stands still, and keys to sign with.
final class Given {
    static final long START_MS = 1_800_000_000_000L;
    static final String KEY = "1".repeat(64);
    static final String AGENT_KEY = "2".repeat(64);

    private Given() {}

    /// A wall clock that a test moves.
    static final class Wall implements InstantSource {
        private final AtomicLong nowMs = new AtomicLong(5_000_000);

        void pass(long ms) {
            nowMs.addAndGet(ms);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(nowMs.get());
        }
    }

    static List<Asset> assets() {
        return List.of(Asset.of("SOL", 2, MarginTable.single(20)), Asset.of("kPEPE", 0, MarginTable.single(10)));
    }

    static SimulatorSettings settings() {
        return SimulatorSettings.of(assets(), MarketSource.SILENT, START_MS, 7).withWeightPerMinute(1_000_000);
    }

    /// Quoted at 99.9 and 100.1.
    static Simulator start(SimulatorSettings settings, SimulatorClock clock, InstantSource wall) throws IOException {
        Simulator simulator = new Simulator(settings, clock, wall);
        simulator.with(Given::quote);
        return simulator;
    }

    private static boolean quote(VenueModel venue) {
        venue.apply(new MarketStep.Oracle("SOL", new BigDecimal("100")));
        venue.apply(new MarketStep.Quotes(
                "SOL",
                List.of(new MarketStep.Quote(new BigDecimal("99.9"), new BigDecimal("100"))),
                List.of(new MarketStep.Quote(new BigDecimal("100.1"), new BigDecimal("100")))));
        venue.apply(new MarketStep.Mark("SOL", new BigDecimal("100")));
        return true;
    }

    static Signer signer(String hex) {
        return new Signer(
                SecretKey.takeHex(hex.toCharArray()),
                Network.TESTNET,
                _ -> new SigningPolicy.Verdict.Allowed(),
                Curve.fastest());
    }

    static String signed(Signer signer, Action action, long nonce) {
        return signed(signer, action, nonce, OptionalLong.empty());
    }

    static String signed(Signer signer, Action action, long nonce, OptionalLong expiresAfterMs) {
        SigningOutcome outcome =
                signer.sign(new SigningRequest(action, Purpose.STRATEGY, nonce, Optional.empty(), expiresAfterMs));
        return ((SigningOutcome.Signed) outcome).json();
    }

    /// One SOL, bought by a limit order.
    static L1Action buy(String price, String size, Tif tif) {
        return L1Action.PlaceOrders.of(new OrderRequest(
                0,
                true,
                WireDecimal.of(price),
                WireDecimal.of(size),
                false,
                new OrderType.Limit(tif),
                Optional.empty()));
    }
}
