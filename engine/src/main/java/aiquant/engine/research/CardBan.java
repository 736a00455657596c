package aiquant.engine.research;

import aiquant.config.Environment;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.ResultsDiffer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/// The file in the data folder that keeps graphics cards from being used on this machine.
///
/// Written when a card came to other figures than the JVM; holds what is needed to see that again: the configuration,
/// the data's hash, both results, the card, its driver and the code it ran. An operator moves it away when the cause is
/// known.
public final class CardBan {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final String program;

    /// @param program the program's version
    public CardBan(Environment environment, String program) {
        this.program = program;
        file = environment.dataFolder().resolve("gpu-disabled.json");
    }

    /// Why no card may be used, if that is so.
    public Optional<String> reason() {
        return Files.exists(file)
                ? Optional.of("a card came to wrong results before; " + file
                        + " says which, and cards are used again once it is moved away")
                : Optional.empty();
    }

    /// Writes the file. Where that fails, the failure says so and holds everything the file would have.
    ///
    /// @param space whose trial it was
    SweepFailed impose(ResultsDiffer wrong, ParameterSpace space, BacktestInput input) {
        String failed = "FAILED: the card's results are wrong, nothing of this sweep is kept: " + wrong.getMessage();
        try {
            String content = content(wrong, space, input);
            ReportFile.write(file, writer -> writer.write(content));
        } catch (IOException e) {
            return new SweepFailed(
                    failed + "; " + wrong.circumstances() + "; values " + space.overrides(wrong.trial()) + "; " + file
                            + " could not be written: " + e.getMessage(),
                    wrong);
        }
        return new SweepFailed(failed + "; " + file + " says how to see it again", wrong);
    }

    private String content(ResultsDiffer wrong, ParameterSpace space, BacktestInput input) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("what", "a graphics card came to other figures than the JVM for the same configuration");
        root.put("to_use_cards_again", "find the cause, then move this file away");
        root.put("program", program);
        root.put("trial", wrong.trial().index());
        root.put("configuration_fingerprint", Fingerprint.of(space.params(wrong.trial()), space.own(wrong.trial())));
        root.put("data_sha256", Hashes.of(input));
        root.put("lookback", input.lookback());
        ObjectNode values = root.putObject("overrides");
        space.overrides(wrong.trial()).forEach(values::put);
        summary(root.putObject("on_the_jvm"), wrong.expected());
        summary(root.putObject("on_the_card"), wrong.actual());
        ObjectNode circumstances = root.putObject("circumstances");
        wrong.circumstances().forEach(circumstances::put);
        return JSON.writeValueAsString(root) + "\n";
    }

    private static void summary(ObjectNode node, BacktestSummary s) {
        node.put("fill_digest", HexFormat.of().toHexDigits(s.fillDigest()));
        number(node, "final_balance", s.finalBalance());
        number(node, "total_pnl", s.totalPnl());
        node.put("total_trades", s.totalTrades());
        node.put("total_wins", s.totalWins());
        node.put("total_losses", s.totalLosses());
        number(node, "profit_factor", s.profitFactor());
        number(node, "sharpe_ratio", s.sharpeRatio());
        number(node, "max_drawdown_usd", s.maxDrawdownUsd());
        number(node, "max_drawdown_pct", s.maxDrawdownPct());
        number(node, "total_fees", s.totalFees());
        node.put("total_signals", s.totalSignals());
    }

    /// Its bits beside it.
    private static void number(ObjectNode node, String name, double value) {
        node.put(name, value + " 0x" + HexFormat.of().toHexDigits(Double.doubleToLongBits(value)));
    }
}
