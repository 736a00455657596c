package aiquant.sidecar;

import aiquant.exchange.wire.Fill;
import aiquant.exchange.wire.LedgerUpdate;
import aiquant.exchange.wire.UserFunding;
import java.util.List;

/// What the exchange tells about an account's past when asked: everything since a time, however many pages it takes.
public interface AccountHistory {

    List<Fill> fills(String user, long fromMs) throws HistoryException, InterruptedException;

    List<UserFunding> fundings(String user, long fromMs) throws HistoryException, InterruptedException;

    List<LedgerUpdate> ledgerUpdates(String user, long fromMs) throws HistoryException, InterruptedException;
}
