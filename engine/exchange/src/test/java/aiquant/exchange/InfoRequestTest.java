package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.action.Address;
import aiquant.exchange.action.Cloid;
import org.junit.jupiter.api.Test;

class InfoRequestTest {
    private static final Address ACCOUNT = new Address("0x" + "ab".repeat(20));
    private static final String USER = "\"user\":\"" + ACCOUNT + "\"";

    @Test
    void asksInTheExchangesWords() {
        assertAsks(InfoRequest.meta(), "{\"type\":\"meta\"}");
        assertAsks(InfoRequest.meta().onDex("xyz"), "{\"type\":\"meta\",\"dex\":\"xyz\"}");
        assertAsks(InfoRequest.l2Book("kPEPE"), "{\"type\":\"l2Book\",\"coin\":\"kPEPE\"}");
        assertAsks(InfoRequest.marginTable(56), "{\"type\":\"marginTable\",\"id\":56}");
        assertAsks(
                InfoRequest.fundingHistory("BTC", 5, 7),
                "{\"type\":\"fundingHistory\",\"coin\":\"BTC\",\"startTime\":5,\"endTime\":7}");
        assertAsks(
                InfoRequest.activeAssetData(ACCOUNT, "BTC"),
                "{\"type\":\"activeAssetData\"," + USER + ",\"coin\":\"BTC\"}");
    }

    @Test
    void neverAsksForTimesBefore1970() {
        assertAsks(
                InfoRequest.candles("BTC", "1w", -1, 9),
                "{\"type\":\"candleSnapshot\",\"req\":{\"coin\":\"BTC\",\"interval\":\"1w\",\"startTime\":0,\"endTime\":9}}");
    }

    @Test
    void asksForAnOrderByEitherName() {
        assertAsks(
                InfoRequest.orderStatus(ACCOUNT, -1L),
                "{\"type\":\"orderStatus\"," + USER + ",\"oid\":18446744073709551615}");
        assertAsks(
                InfoRequest.orderStatus(ACCOUNT, new Cloid("0x" + "0C".repeat(16))),
                "{\"type\":\"orderStatus\"," + USER + ",\"oid\":\"0x" + "0c".repeat(16) + "\"}");
    }

    private static void assertAsks(InfoRequest<?> request, String body) {
        assertThat(request.body()).hasToString(body);
    }

    /// 20, and 1 for every 60 candles: a minute's stretch holds two at most, a year of minutes 5000.
    @Test
    void weighsCandlesByTheStretchThatIsAskedFor() {
        long day = 86_400_000L;

        assertThat(InfoRequest.candles("BTC", "1m", day, day + 59_999).worstWeight())
                .isEqualTo(21);
        assertThat(InfoRequest.candles("BTC", "1m", day, 2 * day - 1).worstWeight())
                .isEqualTo(20 + 25);
        assertThat(InfoRequest.candles("BTC", "1m", 0, 365 * day).worstWeight()).isEqualTo(20 + 84);
        assertThat(InfoRequest.candles("BTC", "1M", 0, 1).worstWeight()).isEqualTo(20 + 84);
    }
}
