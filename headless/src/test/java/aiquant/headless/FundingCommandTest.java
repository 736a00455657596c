package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.FundingSample;
import aiquant.sidecar.store.FundingStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FundingCommandTest {
    private static final long HOUR_MS = 3_600_000;

    @TempDir
    Path folder;

    @Test
    void passesWarnsAndFailsByItsExitCode() throws IOException {
        long nowMs = InstantSource.system().millis();
        List<FundingSample> samples = new ArrayList<>();
        for (int hour = 80; hour >= 0; hour--) {
            samples.add(new FundingSample(new Symbol("BTC"), nowMs - hour * HOUR_MS, 0.0001, OptionalDouble.empty()));
            double odd = hour == 5 ? 0.015 : 0.0001;
            samples.add(new FundingSample(new Symbol("ODD"), nowMs - hour * HOUR_MS, odd, OptionalDouble.empty()));
        }
        try (FundingStore store = FundingStore.open(folder)) {
            store.append(samples);
        }

        assertThat(check("BTC").code()).isZero();
        assertThat(check("BTC,ODD").code()).isZero();
        assertThat(check("BTC,ODD", "--fail-on-warn").code()).isEqualTo(1);
        Program.Ended failed = check("BTC,NONE");
        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.err()).contains("fail  symbol_missing  NONE: no rates at all");
        JsonNode json = new ObjectMapper().readTree(String.join("\n", failed.out()));
        assertThat(json.path("status").asText()).isEqualTo("fail");
        assertThat(json.at("/summary/issues_fail").asInt()).isEqualTo(1);
        assertThat(json.at("/issues/0/type").asText()).isEqualTo("symbol_missing");
        assertThat(json.at("/summary/journal_mode").asText()).isEqualTo("wal");
    }

    private Program.Ended check(String symbols, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("funding", "check", "--symbols", symbols, "--db-dir", folder.toString()));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }
}
