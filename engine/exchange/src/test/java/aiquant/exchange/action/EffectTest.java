package aiquant.exchange.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectTest {

    private static final OrderRequest ENTRY = order(false);
    private static final OrderRequest EXIT = order(true);

    @Test
    void callsABatchReducingOnlyIfEveryOrderIs() {
        assertThat(Effect.of(L1Action.PlaceOrders.of(EXIT, EXIT))).isEqualTo(Effect.REDUCES);
        assertThat(Effect.of(L1Action.PlaceOrders.of(EXIT, ENTRY))).isEqualTo(Effect.INCREASES);
        assertThat(Effect.of(modify(EXIT))).isEqualTo(Effect.REDUCES);
        assertThat(Effect.of(modify(ENTRY))).isEqualTo(Effect.INCREASES);
        assertThat(Effect.of(new L1Action.BatchModify(List.of(new L1Action.Modification(new Oid(1), ENTRY)), false)))
                .isEqualTo(Effect.INCREASES);
        assertThat(Effect.of(new L1Action.TwapOrder(0, true, WireDecimal.of("1"), false, 5, false)))
                .isEqualTo(Effect.INCREASES);
    }

    @Test
    void tellsCancelsSettingsAndMoneyApart() {
        assertThat(Effect.of(new L1Action.Noop())).isEqualTo(Effect.CANCELS);
        assertThat(Effect.of(new L1Action.Cancel(List.of(new L1Action.OidAtAsset(0, new Oid(1))), false)))
                .isEqualTo(Effect.CANCELS);
        assertThat(Effect.of(new L1Action.UpdateLeverage(0, true, 3))).isEqualTo(Effect.SETTINGS);
        assertThat(Effect.of(new UserSignedAction.UsdClassTransfer(WireDecimal.of("1"), true)))
                .isEqualTo(Effect.MONEY);
    }

    private static L1Action modify(OrderRequest order) {
        return new L1Action.Modify(new L1Action.Modification(new Oid(1), order), false);
    }

    private static OrderRequest order(boolean isReduceOnly) {
        return new OrderRequest(
                0,
                true,
                WireDecimal.of("100"),
                WireDecimal.of("1"),
                isReduceOnly,
                new OrderType.Limit(Tif.IOC),
                Optional.empty());
    }
}
