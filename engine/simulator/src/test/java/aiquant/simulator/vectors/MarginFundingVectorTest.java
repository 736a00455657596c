package aiquant.simulator.vectors;

import static aiquant.simulator.vectors.Shared.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.simulator.market.Funding;
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.market.MarginTier;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarginFundingVectorTest {

    private static final String FILE = "hyperliquid-margin-funding.json";

    @Test
    void clampsTheHourlyRate() {
        for (JsonNode row : cases("fundingRate")) {
            BigDecimal premium = decimal(row, "avgPremium");

            assertThat(Funding.hourlyRate(premium)).isEqualByComparingTo(decimal(row, "hourlyRate"));
            if (row.has("published")) {
                assertThat(Funding.publishedRate(premium)).isEqualByComparingTo(decimal(row, "published"));
            }
        }
        Shared.passed("hyperliquid/margin-funding/fundingRate");
    }

    @Test
    void paysFundingOnTheOracle() {
        for (JsonNode row : cases("fundingPayment")) {
            assertThat(Funding.paymentUsd(decimal(row, "szi"), decimal(row, "oraclePx"), decimal(row, "hourlyRate")))
                    .isEqualByComparingTo(decimal(row, "usdcDelta"));
        }
        Shared.passed("hyperliquid/margin-funding/fundingPayment");
    }

    @Test
    void measuresThePremium() {
        for (JsonNode row : cases("premium")) {
            assertThat(Funding.premium(decimal(row, "oraclePx"), decimal(row, "impactBid"), decimal(row, "impactAsk")))
                    .isEqualByComparingTo(decimal(row, "premium"));
        }
        Shared.passed("hyperliquid/margin-funding/premium");
    }

    @Test
    void asksMaintenanceByTier() {
        for (JsonNode row : cases("maintenanceMargin")) {
            BigDecimal expected = decimal(row, "maintenanceMargin");

            BigDecimal actual = table(row.required("tiers")).maintenance(decimal(row, "notional"));

            assertThat(actual.setScale(8, RoundingMode.HALF_EVEN)).as("%s", row).isEqualByComparingTo(expected);
        }
        Shared.passed("hyperliquid/margin-funding/maintenanceMargin");
    }

    @Test
    void findsTheLiquidationPrice() {
        for (JsonNode row : Shared.vector(FILE).required("liquidationPrice")) {
            MarginTable table = MarginTable.single(row.required("maxLeverage").asInt());
            if (row.has("isolatedRawUsd")) {
                Optional<BigDecimal> price =
                        table.liquidationPrice(decimal(row, "szi"), decimal(row, "isolatedRawUsd"), BigDecimal.ZERO);

                assertThat(rounded(price)).contains(decimal(row, "computed"));
                continue;
            }
            BigDecimal size = decimal(row, "size").multiply(decimal(row, "side"));
            BigDecimal raw = decimal(row, "accountValue").subtract(size.multiply(decimal(row, "markPx")));

            Optional<BigDecimal> price = table.liquidationPrice(size, raw, BigDecimal.ZERO);

            assertThat(rounded(price))
                    .isEqualTo(
                            row.required("liquidationPx").isNull()
                                    ? Optional.empty()
                                    : Optional.of(decimal(row, "liquidationPx")));
        }
        Shared.passed("hyperliquid/margin-funding/liquidationPrice");
    }

    private static Optional<BigDecimal> rounded(Optional<BigDecimal> price) {
        return price.map(value -> value.setScale(8, RoundingMode.HALF_EVEN));
    }

    private static MarginTable table(JsonNode rows) {
        List<MarginTier> tiers = new ArrayList<>();
        rows.forEach(row -> tiers.add(new MarginTier(
                decimal(row, "lowerBound"), row.required("maxLeverage").asInt())));
        return new MarginTable(99, "", tiers);
    }

    private static JsonNode cases(String section) {
        JsonNode cases = Shared.vector(FILE).required(section).required("cases");
        assertThat(cases).isNotEmpty();
        return cases;
    }

    @Test
    void findsAPriceInAHigherTierWhereEquityEqualsMaintenance() {
        MarginTable table = new MarginTable(
                51,
                "tiered 10x",
                List.of(new MarginTier(BigDecimal.ZERO, 10), new MarginTier(new BigDecimal("3000000"), 5)));
        BigDecimal size = new BigDecimal("-29000");
        BigDecimal raw = new BigDecimal("3500000");

        BigDecimal price = table.liquidationPrice(size, raw, BigDecimal.ZERO).orElseThrow();

        BigDecimal equity = raw.add(size.multiply(price));
        BigDecimal notional = size.abs().multiply(price);
        assertThat(notional).isGreaterThan(new BigDecimal("3000000"));
        assertThat(equity.round(new MathContext(20)))
                .isEqualByComparingTo(table.maintenance(notional).round(new MathContext(20)));
    }
}
