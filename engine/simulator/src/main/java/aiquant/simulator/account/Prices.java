package aiquant.simulator.account;

import aiquant.simulator.market.MarginTable;
import java.math.BigDecimal;

/// What an account's margin depends on besides the account.
public interface Prices {

    BigDecimal mark(String coin);

    MarginTable marginTable(String coin);
}
