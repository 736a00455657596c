package aiquant.kernel.backtest;

import aiquant.kernel.rule.FillRow;

/// Takes what a replay books, line by line in log order.
interface FillSink {

    /// @param row valid during the call only; it is used again
    void fill(FillRow row);
}
