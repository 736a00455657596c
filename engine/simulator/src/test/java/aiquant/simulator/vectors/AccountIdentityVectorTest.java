package aiquant.simulator.vectors;

import static aiquant.simulator.vectors.Shared.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.Holding;
import aiquant.simulator.account.Margin;
import aiquant.simulator.account.MarginSummary;
import aiquant.simulator.account.Prices;
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.order.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountIdentityVectorTest {

    private static final String NUMBERS = "hyperliquid-margin-funding.json";

    @Test
    void sumsUpARecordedCrossAccount() {
        JsonNode expected = Shared.vector(NUMBERS).required("accountIdentities");
        JsonNode recorded =
                Shared.vector("hyperliquid-rest-clearinghouseState-cross.json").required("response");
        Map<String, BigDecimal> marks = new HashMap<>();
        Account account = new Account("0xrecorded", false);
        account.deposit(decimal(expected, "totalRawUsd"));
        for (JsonNode row : recorded.required("assetPositions")) {
            hold(account, row.required("position"), marks);
        }
        // Opening at the entry price moved dollars; the recording's are what must be there afterwards.
        account.addRawUsd(decimal(expected, "totalRawUsd").subtract(account.rawUsd()));

        Margin margin = new Margin(pricesOf(marks));
        MarginSummary summary = margin.summary(account);

        assertThat(marks).hasSize(12);
        assertThat(summary.accountValue().setScale(6, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(decimal(expected, "accountValue"));
        assertThat(summary.totalNtlPos().setScale(6, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(decimal(expected, "totalNtlPos"));
        assertThat(summary.totalRawUsd()).isEqualByComparingTo(decimal(expected, "totalRawUsd"));
        assertThat(summary.totalMarginUsed()).isEqualByComparingTo(decimal(expected, "totalMarginUsed"));
        assertThat(margin.withdrawable(account, false).setScale(6, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(decimal(expected, "withdrawable"));
        Shared.passed("hyperliquid/margin-funding/accountIdentities");
    }

    @Test
    void relatesProfitToTheMarginOfTheEntry() {
        JsonNode row = Shared.vector(NUMBERS).required("returnOnEquity");
        BigDecimal expected = decimal(row, "returnOnEquity");

        BigDecimal actual = Margin.returnOnEquity(
                decimal(row, "unrealizedPnl"),
                decimal(row, "szi"),
                decimal(row, "entryPx"),
                row.required("leverage").asInt());

        assertThat(actual.setScale(expected.scale(), RoundingMode.HALF_EVEN)).isEqualByComparingTo(expected);
        Shared.passed("hyperliquid/margin-funding/returnOnEquity");
    }

    private static void hold(Account account, JsonNode position, Map<String, BigDecimal> marks) {
        String coin = position.required("coin").asText();
        BigDecimal size = decimal(position, "szi");
        BigDecimal mark = decimal(position, "positionValue").divide(size.abs(), MathContext.DECIMAL128);
        marks.put(coin, mark);
        Holding holding = new Holding(
                coin, position.required("leverage").required("value").asInt(), true);
        account.add(holding);
        Side side = size.signum() > 0 ? Side.BUY : Side.SELL;
        account.trade(holding, side, size.abs(), decimal(position, "entryPx"), BigDecimal.ZERO);

        BigDecimal profit = size.multiply(mark.subtract(holding.entryPrice()));
        assertThat(profit.setScale(6, RoundingMode.HALF_EVEN))
                .as("unrealized profit in %s", coin)
                .isEqualByComparingTo(decimal(position, "unrealizedPnl"));
    }

    private static Prices pricesOf(Map<String, BigDecimal> marks) {
        return new Prices() {
            @Override
            public BigDecimal mark(String coin) {
                return marks.getOrDefault(coin, BigDecimal.ZERO);
            }

            @Override
            public MarginTable marginTable(String coin) {
                return MarginTable.single(50);
            }
        };
    }
}
