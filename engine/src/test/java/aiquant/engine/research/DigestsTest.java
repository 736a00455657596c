package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.EquityPoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestsTest {

    @Test
    void hashesTheLogsLineByLine() {
        Digests digests = Digests.of(Samples.small(2.5));

        // 100 = 0x1.9p6, 2 = 0x1p1, 200, 0.5, 1000, 3 and 50 as binary64 bit patterns.
        String open = "1000|BTC|OPEN_LONG|4059000000000000|4000000000000000|4069000000000000|0000000000000000"
                + "|3fe0000000000000|408f400000000000|4000000000000000|4008000000000000|4049000000000000"
                + "|medium|Medium entry\n";
        String close = "3000|BTC|CLOSE_LONG|405b800000000000|4000000000000000|406b800000000000|4034000000000000"
                + "|3fe0000000000000|408f400000000000|4000000000000000|4008000000000000|4049000000000000"
                + "|medium|Take Profit (2.00 ATR)\n";
        assertThat(digests.trades()).isEqualTo(sha256(open + close));
        assertThat(digests.signals())
                .isEqualTo(sha256("1000|BTC|BUY|medium|4059000000000000|4039800000000000|404e800000000000"
                        + "|4000000000000000\n"));
        assertThat(digests.equity()).isEqualTo(sha256("1000|408f3c0000000000\n2000|408f3c0000000000\n"));
    }

    @Test
    void hashesAnEmptyLogAsTheEmptyText() {
        Digests digests = Digests.of(Samples.of(List.of()));

        assertThat(digests.trades()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(digests.equity()).isEqualTo(digests.trades());
    }

    @Test
    void seesNoDifferenceBetweenTheTwoZeros() {
        assertThat(equityDigest(-0.0)).isEqualTo(equityDigest(0.0));
        assertThat(equityDigest(0.0)).isEqualTo(sha256("5|0000000000000000\n"));
    }

    private static String equityDigest(double value) {
        BacktestResult small = Samples.small(1);
        return Digests.of(new BacktestResult(small.report(), List.of(), List.of(), List.of(new EquityPoint(5, value))))
                .equity();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
