package aiquant.exchange.signing;

import aiquant.exchange.action.Action;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.Cloid;
import aiquant.exchange.action.Grouping;
import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.Oid;
import aiquant.exchange.action.OrderRequest;
import aiquant.exchange.action.OrderType;
import aiquant.exchange.action.Tif;
import aiquant.exchange.action.Tpsl;
import aiquant.exchange.action.UserSignedAction;
import aiquant.exchange.action.WireDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One action of the self-test and its digest in hexadecimal. A test computes the digests a second way.
record SelfTestCase(Action action, String digest) {

    /// Of the first case, with [#key()].
    static final String SIGNATURE = """
            {"r":"0x407c97b4745ec3598ccdf580686571763e1873af5ba3f84241e2d95a055abc4f",\
            "s":"0x2b3b9d58e257d9154f38fcfe9cae9340fba116fe686bf7aac84988eb8a0efb1b","v":28}""";

    private static final Cloid CLOID = new Cloid("0x6169715f0123456789abcdef01234567");
    private static final Address AGENT = new Address("0xffeeddccbbaa99887766554433221100ffeeddcc");
    private static final String DESTINATION = "0xFFeeddccbbaa99887766554433221100ffeeddcc";

    private static final OrderRequest ENTRY = new OrderRequest(
            110_003,
            true,
            WireDecimal.of("0.00012345"),
            WireDecimal.of("1200"),
            false,
            new OrderType.Limit(Tif.IOC),
            Optional.of(CLOID));
    private static final OrderRequest STOP = new OrderRequest(
            3,
            false,
            WireDecimal.of("64123"),
            WireDecimal.of("0.00123"),
            true,
            new OrderType.Trigger(true, WireDecimal.of("64500.5"), Tpsl.STOP_LOSS),
            Optional.empty());

    private static final List<SelfTestCase> ALL = List.of(
            new SelfTestCase(
                    new L1Action.PlaceOrders(
                            List.of(ENTRY, STOP),
                            Grouping.NORMAL_TPSL,
                            Optional.of(new L1Action.BuilderFee(AGENT, 10))),
                    "34ec52eaf77f8b210d7a50b6634c2b62aef22c78b7ec9e30c67a8b1ddf30c70e"),
            new SelfTestCase(
                    new L1Action.Cancel(
                            List.of(
                                    new L1Action.OidAtAsset(0, new Oid(520_430_480_361L)),
                                    new L1Action.OidAtAsset(200, Oid.of("18446744073709551615"))),
                            true),
                    "8ec8d4e2f2d6e4c5254d6a65cc6ca9089701d0471c65705ca97dafc467d2e592"),
            new SelfTestCase(
                    new L1Action.CancelByCloid(List.of(new L1Action.CloidAtAsset(70_000, CLOID)), false),
                    "a440e94c26d8ad206afe2cc19f8620aa81d2b203fe9af78c846808e79fbfa834"),
            new SelfTestCase(
                    new L1Action.Modify(new L1Action.Modification(CLOID, ENTRY), true),
                    "76f2be803088be7531f4a3916d8a49583ad707fa6dc9b367eb2fdd36049cef3d"),
            new SelfTestCase(
                    new L1Action.BatchModify(List.of(new L1Action.Modification(new Oid(77), STOP)), false),
                    "fe9eb5c99b4798380d460eccf7a01f45a2c78b30575b83af256ea4c1f87ada2e"),
            new SelfTestCase(
                    new L1Action.ScheduleCancel(OptionalLong.of(1_700_000_060_000L)),
                    "0fb757b6c0e677ae6fc3fa4d3050a226ed48114895d058dec76ffe156c38d0e6"),
            new SelfTestCase(
                    new L1Action.UpdateLeverage(5, false, 3),
                    "7a34adb12aa76658da66f7a167672373d537bed1b67fc4319d028d7d611a233e"),
            new SelfTestCase(
                    new L1Action.UpdateIsolatedMargin(5, -2_500_000),
                    "c8543f181c0ed08bd4ba78b74b1279b6211f46999bbad993ab72e972ef4ed470"),
            new SelfTestCase(
                    new L1Action.TopUpIsolatedOnlyMargin(5, WireDecimal.of("2.5")),
                    "18a8a4b7434891e6db9f82ce7b02bd8b239dbf7b6957506be9b6d8f388bad042"),
            new SelfTestCase(
                    new L1Action.TwapOrder(5, true, WireDecimal.of("3"), false, 30, true),
                    "ad293561443114b7bac4416748d8ab7cb5fb902de71da1a0170dcffb04fb5114"),
            new SelfTestCase(
                    new L1Action.TwapCancel(5, 4711),
                    "246886096ad9bb64bd51a2958beabba247a78ca3f6e4b320f8f1270398227eb7"),
            new SelfTestCase(
                    new L1Action.ReserveRequestWeight(500),
                    "b8228077f1030801e813b3cf88fd57dbaef2f272fd49fcb6c688999252baace9"),
            new SelfTestCase(new L1Action.Noop(), "9696f7313fbcd4f375021c177d08dc0932a68e36186d423504f3321e08a7afa5"),
            new SelfTestCase(
                    new UserSignedAction.UsdSend(DESTINATION, WireDecimal.of("1.5")),
                    "84d488588eb2d4e4b268ab5fba903cc8884402047ce9e1dfc3ef5c8d290c82c0"),
            new SelfTestCase(
                    new UserSignedAction.UsdClassTransfer(WireDecimal.of("2"), true),
                    "b36ca057d9b0a97110e544f9ade748ec7081c01415790e3c378021ad22e74ba9"),
            new SelfTestCase(
                    new UserSignedAction.ApproveAgent(AGENT, Optional.of("engine"), OptionalLong.empty()),
                    "3a512df58e63e409e9b2dbb96cba9ed79ab6cc797031318c687ff90cb5226ddc"));

    static List<SelfTestCase> all() {
        return ALL;
    }

    /// A key that anybody can read here and that never holds anything.
    static byte[] key() {
        byte[] key = new byte[Words.BYTES];
        Arrays.fill(key, (byte) 0x5a);
        return key;
    }
}
