package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.wire.Fill;
import aiquant.exchange.wire.Frame;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.AccountEvent;
import aiquant.sidecar.store.FundingReader;
import aiquant.sidecar.store.FundingStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What frames mean for the log of account events, and what the funding job fetches.
class AccountRecorderTest {

    private static final String UPDATE = """
            {"channel":"orderUpdates","data":[{"order":{"coin":"BTC","side":"B","limitPx":"1","sz":"%s","oid":7,
            "timestamp":1,"origSz":"5"},"status":"open","statusTimestamp":2}]}""";

    private static final String LEDGER = """
            {"channel":"userNonFundingLedgerUpdates","data":{"user":"0xa","nonFundingLedgerUpdates":[
            {"time":5,"hash":"0x0","delta":{"type":"deposit","usdc":"%s"}}]}}""";

    private static final String FUNDING = """
            {"channel":"userFundings","data":{"user":"0xa","isSnapshot":true,"fundings":[
            {"time":5,"coin":"BTC","usdc":"-1","szi":"2","fundingRate":"0.00001","nSamples":null}]}}""";

    @TempDir
    Path folder;

    @Test
    void keysEventsByWhatTellsThemApart() {
        assertThat(keys(UPDATE.formatted("5"))).containsExactly("7|2|open|5");
        assertThat(keys(UPDATE.formatted("4.50"))).containsExactly("7|2|open|4.5");
        assertThat(keys(LEDGER.formatted("10"))).containsExactly("5|0x0|deposit|10|||");
        assertThat(keys(LEDGER.formatted("11.0"))).containsExactly("5|0x0|deposit|11|||");
        assertThat(keys(FUNDING)).containsExactly("BTC|5");
        Fill fill = LoopbackExchange.fill(1, 2, -1);
        assertThat(AccountEvents.fills("0xa", List.of(fill)))
                .extracting(AccountEvent::key)
                .containsExactly("BTC|1|2|18446744073709551615");
    }

    @Test
    void bringsFundingRatesUpToDateOnceAnHour() throws Exception {
        long hour = 3_600_000;
        long[] now = {100 * 24 * hour + 1_000};
        InstantSource clock = () -> Instant.ofEpochMilli(now[0]);
        LoopbackExchange exchange = new LoopbackExchange(clock);
        FundingJob job = new FundingJob(folder, exchange.history(), clock, 30);
        List<Symbol> symbols = List.of(new Symbol("BTC"));

        assertThat(job.run(symbols)).isEqualTo(30 * 24);
        assertThat(job.run(symbols)).isZero();
        now[0] += 5 * hour;
        assertThat(job.run(symbols)).isEqualTo(5);

        assertThat(FundingReader.read(List.of(FundingStore.file(folder).toString()), 0, Long.MAX_VALUE)
                        .getFirst()
                        .timeMs())
                .hasSize(725);
    }

    private static List<String> keys(String frame) {
        return AccountEvents.of("0xa", 1, Frame.read(frame)).stream()
                .map(AccountEvent::key)
                .toList();
    }
}
