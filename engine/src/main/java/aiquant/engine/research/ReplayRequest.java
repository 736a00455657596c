package aiquant.engine.research;

import aiquant.config.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One replay as a person asks for it; [ReplayJob] finds the files and checks that everything fits together.
///
/// @param candles       main candles: databases, CSV files, folders; empty means the data folder's database
/// @param exitCandles   finer candles for exits
/// @param entryCandles  finer candles for entries
/// @param interval      overrides `engine.interval`; the other two likewise
/// @param symbol        one symbol only, which also selects its overlay
/// @param perSymbol     whether each symbol's section applies to it in a run over several
/// @param autoScope     whether a missing bound becomes the end of the data
/// @param initialBalance in USD; `balanceFrom` and `initState` take precedence, in this order
/// @param universe      a database that says which symbols were listed when
public record ReplayRequest(
        Optional<Path> config,
        Selection selection,
        List<String> candles,
        List<String> exitCandles,
        List<String> entryCandles,
        List<String> funding,
        Optional<String> interval,
        Optional<String> exitInterval,
        Optional<String> entryInterval,
        Optional<String> symbol,
        boolean perSymbol,
        OptionalLong fromMs,
        OptionalLong toMs,
        boolean autoScope,
        double initialBalance,
        int lookback,
        OptionalDouble slippageBps,
        Optional<Path> initState,
        Optional<Path> balanceFrom,
        boolean universeFilter,
        Optional<Path> universe) {

    public ReplayRequest {
        candles = List.copyOf(candles);
        exitCandles = List.copyOf(exitCandles);
        entryCandles = List.copyOf(entryCandles);
        funding = List.copyOf(funding);
    }
}
