package aiquant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.config.RiskLimits;
import aiquant.engine.fact.Fact;
import aiquant.engine.risk.KillLevel;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.StrategyParams;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OperatorCommandTest {
    private static final int UNTIL_OPEN = 330;

    @TempDir
    Path folder;

    private EngineRun start() {
        StrategyParams params = StrategyParams.defaults().with("trade.entry_min_confidence", 0);
        return new EngineRun(folder, params, Markets.generated(42, 700), 200, RiskLimits.OFF);
    }

    private static List<Symbol> open(EngineRun run) {
        return run.engine.book().state().symbols().stream()
                .filter(run.engine.book().state()::isOpen)
                .toList();
    }

    /// Runs until at least `count` positions are open.
    private static void untilOpen(EngineRun run, int count) throws InterruptedException {
        run.run(UNTIL_OPEN);
        while (open(run).size() < count) {
            run.run(1);
        }
    }

    @Test
    void pausingEntriesLetsExitsGoOn() throws InterruptedException {
        try (EngineRun run = start()) {
            untilOpen(run, 1);
            int entries = run.engine.book().entries();

            CommandResult answer = run.command(new EngineCommand.PauseEntries("news ahead"));
            run.runToEnd();

            assertThat(answer).isInstanceOf(CommandResult.Accepted.class);
            assertThat(run.engine.book().entries()).isEqualTo(entries);
            assertThat(open(run)).as("positions left by their own exits").isEmpty();
            assertThat(run.facts(Fact.IntentDenied.class))
                    .isNotEmpty()
                    .allSatisfy(denied -> assertThat(denied.check()).isEqualTo("kill_level"));
        }
    }

    @Test
    void haltingStopsExitsOfTheStrategyAsWell() throws InterruptedException {
        try (EngineRun run = start()) {
            untilOpen(run, 1);
            List<Symbol> held = open(run);
            int fills = run.facts(Fact.FillBooked.class).size();

            run.command(new EngineCommand.Halt("something is wrong"));
            run.runToEnd();

            assertThat(run.facts(Fact.FillBooked.class)).hasSize(fills);
            assertThat(open(run)).isEqualTo(held);
        }
    }

    @Test
    void flattenClosesEveryPositionAndKeepsEntriesOff() throws InterruptedException {
        try (EngineRun run = start()) {
            untilOpen(run, 2);

            run.command(new EngineCommand.Flatten("going home"));

            assertThat(open(run)).isEmpty();
            assertThat(run.engine.book().killSwitch().level()).isEqualTo(KillLevel.CLOSE_ONLY);
            assertThat(run.engine.book().portfolio().quantity(new Symbol("BTC")).signum())
                    .isZero();
        }
    }

    @Test
    void flattenWorksWhileTheStrategyIsHalted() throws InterruptedException {
        try (EngineRun run = start()) {
            untilOpen(run, 1);
            run.command(new EngineCommand.Halt("first stop everything"));

            run.command(new EngineCommand.Flatten("then close everything"));

            assertThat(open(run)).isEmpty();
            assertThat(run.engine.book().killSwitch().level())
                    .as("a weaker cause never lowers the level")
                    .isEqualTo(KillLevel.HALTED);
        }
    }

    @Test
    void resumingNeedsAReasonAndLiftsWhatWasSet() throws InterruptedException {
        try (EngineRun run = start()) {
            run.run(250);
            run.command(new EngineCommand.Halt("look at it first"));

            CommandResult blank = run.command(new EngineCommand.Resume("  "));
            CommandResult reasoned = run.command(new EngineCommand.Resume("looked at it, all is well"));
            CommandResult again = run.command(new EngineCommand.Resume("once more"));

            assertThat(blank).isEqualTo(new CommandResult.Refused("resuming needs a reason"));
            assertThat(reasoned).isInstanceOf(CommandResult.Accepted.class);
            assertThat(run.engine.book().killSwitch().level()).isEqualTo(KillLevel.ACTIVE);
            assertThat(again).isEqualTo(new CommandResult.Refused("the kill switch is not set"));
        }
    }

    @Test
    void closesOnePositionToTheLastUnit() throws InterruptedException {
        try (EngineRun run = start()) {
            untilOpen(run, 1);
            Symbol symbol = open(run).getFirst();

            CommandResult answer = run.command(new EngineCommand.ClosePosition(symbol));

            assertThat(answer).isInstanceOf(CommandResult.Accepted.class);
            assertThat(run.engine.book().state().isOpen(symbol)).isFalse();
            assertThat(run.engine.book().portfolio().quantity(symbol).signum()).isZero();
            Fact.OrderCreated order = run.facts(Fact.OrderCreated.class).getLast();
            assertThat(order.order().origin()).isEqualTo("operator");
            assertThat(order.order().reduceOnly()).isTrue();
            assertThat(order.order().clientOrderId()).startsWith("0x6d616e5f");
        }
    }

    @Test
    void refusesToCloseWhatIsNotOpen() throws InterruptedException {
        try (EngineRun run = start()) {
            run.run(10);

            assertThat(run.command(new EngineCommand.ClosePosition(new Symbol("BTC"))))
                    .isEqualTo(new CommandResult.Refused("there is no open position in BTC"));
            assertThat(run.command(new EngineCommand.ClosePosition(new Symbol("NOSUCH"))))
                    .isEqualTo(new CommandResult.Refused("there is no symbol NOSUCH"));
        }
    }

    @Test
    void keepsTheKillSwitchOverARestart() throws InterruptedException {
        try (EngineRun run = start()) {
            run.run(250);
            run.command(new EngineCommand.Halt("over the weekend"));
        }

        try (EngineRun run = start()) {
            assertThat(run.engine.book().killSwitch().level()).isEqualTo(KillLevel.HALTED);
            assertThat(run.engine.book().killSwitch().causes())
                    .singleElement()
                    .satisfies(cause -> assertThat(cause.reason()).isEqualTo("over the weekend"));
        }
    }
}
