package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonCodeTest {

    @Test
    void tellsEntriesAddsAndFundingByTheirAction() {
        assertThat(ReasonCode.of("OPEN_LONG", "High entry")).isEqualTo(ReasonCode.ENTRY_SIGNAL);
        assertThat(ReasonCode.of("OPEN_SHORT", "Low entry (sub-bar)")).isEqualTo(ReasonCode.ENTRY_SIGNAL_SUB_BAR);
        assertThat(ReasonCode.of("ADD_LONG", "Pyramid #1")).isEqualTo(ReasonCode.ENTRY_PYRAMID);
        assertThat(ReasonCode.of("FUNDING", "Funding rate=0.000100")).isEqualTo(ReasonCode.FUNDING_PAYMENT);
        assertThat(ReasonCode.of("LIQUIDATE", "Stop Loss")).isEqualTo(ReasonCode.UNKNOWN);
    }

    @Test
    void tellsExitsByTheFirstTextTheyContain() {
        assertThat(exit("Stop Loss")).isEqualTo(ReasonCode.EXIT_STOP_LOSS);
        assertThat(exit("Trailing Stop")).isEqualTo(ReasonCode.EXIT_TRAILING_STOP);
        assertThat(exit("Take Profit (Partial)")).isEqualTo(ReasonCode.EXIT_TAKE_PROFIT);
        assertThat(exit("Signal Flip")).isEqualTo(ReasonCode.EXIT_SIGNAL_FLIP);
        assertThat(exit("Funding Headwind Exit (FR: 0.000100, Thr: 0.15, Dur: 2.0h)"))
                .isEqualTo(ReasonCode.EXIT_FUNDING);
        assertThat(exit("Force Close")).isEqualTo(ReasonCode.EXIT_FORCE_CLOSE);
        assertThat(exit("End of Backtest")).isEqualTo(ReasonCode.EXIT_END_OF_BACKTEST);
        assertThat(exit("Trend Exhaustion (ADX < 22)")).isEqualTo(ReasonCode.EXIT_FILTER);
        assertThat(ReasonCode.of("REDUCE_SHORT", "Stop Loss, not Take Profit")).isEqualTo(ReasonCode.EXIT_STOP_LOSS);
    }

    @Test
    void writesItselfInSmallLetters() {
        assertThat(ReasonCode.ENTRY_SIGNAL_SUB_BAR.text()).isEqualTo("entry_signal_sub_bar");
    }

    private static ReasonCode exit(String reason) {
        return ReasonCode.of("CLOSE_LONG", reason);
    }
}
