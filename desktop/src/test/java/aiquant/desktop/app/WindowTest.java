package aiquant.desktop.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.engine.EngineCommand;
import aiquant.engine.Mode;
import aiquant.kernel.market.Symbol;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Journeys through the window by mouse and keyboard. Waits for conditions, never for time.
@ExtendWith(ApplicationExtension.class)
class WindowTest {

    private final ScriptedEngine engine = new ScriptedEngine(Mode.REPLAY);

    @SuppressWarnings("NullAway.Init") // set by start before each test
    private Workstation workstation;

    @Start
    void start(Stage stage) {
        workstation = new Workstation(engine, true);
        stage.setScene(new Scene(workstation.root(), 1000, 960));
        stage.show();
    }

    @AfterEach
    void close() {
        workstation.close();
    }

    @Test
    void chartFollowsTheSymbolClickedInTheWatchlist(FxRobot robot) throws Exception {
        clickSymbol(robot, "DOGE");

        until(() -> text(robot, "#chart-title").startsWith("DOGE"));
    }

    @Test
    void stepsThroughTheSymbolsByKeys(FxRobot robot) throws Exception {
        clickSymbol(robot, "ADA");
        until(() -> text(robot, "#chart-title").startsWith("ADA"));

        robot.push(KeyCode.J);

        until(() -> text(robot, "#chart-title").startsWith("ARB"));
        robot.push(KeyCode.K);
        until(() -> text(robot, "#chart-title").startsWith("ADA"));
    }

    @Test
    void closesAPositionAndRemovesItsRowWhenTheEngineSaysSo(FxRobot robot) throws Exception {
        Symbol held = engine.held().orElseThrow();

        robot.interact(robot.lookup("#close-" + held).queryAs(Button.class)::fire);

        until(() -> engine.commands.contains(new EngineCommand.ClosePosition(held)));
        until(() -> robot.lookup("#close-" + held).tryQuery().isEmpty());
        until(() -> robot.lookup(".notice").tryQuery().isPresent());
    }

    @Test
    void doesNotHaltWhenTheButtonIsOnlyClicked(FxRobot robot) {
        robot.clickOn("#halt");

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(engine.commands).isEmpty();
    }

    @Test
    void haltsAfterTheButtonWasHeldForOneSecond(FxRobot robot) throws Exception {
        robot.moveTo("#halt").press(MouseButton.PRIMARY);

        until(() -> engine.commands.stream().anyMatch(EngineCommand.Halt.class::isInstance));
        robot.release(MouseButton.PRIMARY);
        until(() -> text(robot, "#kill-fact").startsWith("Halted"));
    }

    @Test
    void flattensOnlyAfterTheWordWasTyped(FxRobot robot) throws Exception {
        robot.clickOn("#flatten");
        Button act = robot.lookup("#flatten-act").queryAs(Button.class);
        assertThat(act.isDisabled()).isTrue();
        robot.clickOn("#flatten-word").write("flatten");
        assertThat(act.isDisabled()).isTrue();

        robot.interact(
                () -> robot.lookup("#flatten-word").queryAs(TextField.class).clear());
        robot.write("FLATTEN").clickOn("#flatten-act");

        until(() -> engine.commands.stream().anyMatch(EngineCommand.Flatten.class::isInstance));
        until(() -> engine.view().positions().isEmpty());
        until(() -> robot.lookup("#flatten-dialog").tryQuery().isEmpty());
    }

    @Test
    void enterCancelsTheFlattenDialog(FxRobot robot) throws Exception {
        robot.clickOn("#flatten");

        robot.push(KeyCode.ENTER);

        until(() -> robot.lookup("#flatten-dialog").tryQuery().isEmpty());
        assertThat(engine.commands).isEmpty();
    }

    @Test
    void resumesWithAReasonOnly(FxRobot robot) throws Exception {
        robot.clickOn("#pause");
        until(() -> text(robot, "#kill-fact").startsWith("Entries paused"));
        robot.clickOn("#resume");
        assertThat(robot.lookup("#resume-act").queryAs(Button.class).isDisabled())
                .isTrue();

        robot.clickOn("#resume-reason").write("spread is normal again").clickOn("#resume-act");

        until(() -> engine.commands.contains(new EngineCommand.Resume("spread is normal again")));
        until(() -> text(robot, "#kill-fact").equals("Kill switch"));
    }

    @Test
    void pausesEntriesByShortcut(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);

        until(() -> engine.commands.stream().anyMatch(EngineCommand.PauseEntries.class::isInstance));
    }

    @Test
    void filtersTheWatchlistAndSelectsTheFirstHit(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("pepe").push(KeyCode.ENTER);

        until(() -> text(robot, "#chart-title").startsWith("kPEPE"));
    }

    @Test
    void keepsTheChartWhileTheFilterIsTyped(FxRobot robot) throws Exception {
        clickSymbol(robot, "ADA");
        until(() -> text(robot, "#chart-title").startsWith("ADA"));

        robot.push(KeyCode.CONTROL, KeyCode.F).write("sol");

        until(() -> robot.lookup("DOGE").tryQuery().isEmpty());
        assertThat(text(robot, "#chart-title")).startsWith("ADA");
    }

    @Test
    void standsStillOnSpaceAndFlowsOnTheNext(FxRobot robot) throws Exception {
        robot.clickOn("ADA").clickOn("Trades");
        robot.clickOn("ADA").push(KeyCode.SPACE);
        until(() -> robot.lookup("Tables paused (Space)").queryAs(Label.class).isVisible());
        int before = robot.lookup("#trades").queryAs(TableView.class).getItems().size();

        engine.send(new EngineCommand.Flatten("test"));

        until(() -> text(robot, "#kill-fact").startsWith("Entries paused"));
        Object first =
                robot.lookup("#trades").queryAs(TableView.class).getItems().getFirst();
        assertThat(robot.lookup("#trades").queryAs(TableView.class).getItems().size())
                .isEqualTo(before);
        robot.push(KeyCode.SPACE);
        engine.step();
        until(() -> robot.lookup("#trades").queryAs(TableView.class).getItems().getFirst() != first);
    }

    @Test
    void switchesTheThemeForTheWholeWindow(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#theme").queryAs(Button.class).getText()).isEqualTo("Light");

        robot.interact(robot.lookup("#theme").queryAs(Button.class)::fire);

        until(() -> robot.lookup("#theme").queryAs(Button.class).getText().equals("Dark"));
        assertThat(workstation.root().getStyle()).contains("-aiq-profit:#067a50");
    }

    @Test
    void leadsBackToTheNewestCandle(FxRobot robot) throws Exception {
        robot.moveTo("#chart").press(MouseButton.PRIMARY).moveBy(150, 0).release(MouseButton.PRIMARY);
        until(() -> robot.lookup("#newest").query().isVisible());

        robot.clickOn("#newest");

        until(() -> !robot.lookup("#newest").query().isVisible());
    }

    @Test
    void everyButtonSaysWhatItDoes(FxRobot robot) {
        for (ButtonBase button :
                robot.lookup(node -> node instanceof ButtonBase).<ButtonBase>queryAll()) {
            String spoken = button.getAccessibleText() == null ? button.getText() : button.getAccessibleText();
            assertThat(spoken).as("text of " + button).isNotBlank();
        }
    }

    @Test
    void asksForAnotherSpeed(FxRobot robot) throws Exception {
        robot.clickOn("#speed-sixteen");

        until(() -> engine.commands.contains(new EngineCommand.SetSpeed(16)));
    }

    @Test
    void showsAFailureAndLivesOn(FxRobot robot) throws Exception {
        workstation.report(new IllegalStateException("bar 7 is missing"));
        until(() -> text(robot, "#error-sentence").contains("bar 7 is missing"));
        assertThat(text(robot, "#error-code")).matches("E-[0-9A-Z]{7}");

        robot.clickOn("#error-dismiss").clickOn("SOL");

        until(() -> text(robot, "#chart-title").startsWith("SOL"));
    }

    @Test
    void saysThatTheEngineFailedAndWhy(FxRobot robot) throws Exception {
        engine.fail("disk is full");

        until(() -> text(robot, "#error-sentence").contains("disk is full"));
        until(() -> text(robot, "#run-state").equals("FAILED"));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    /// The watchlist shows a symbol once the first view has been drawn.
    private static void clickSymbol(FxRobot robot, String symbol) throws Exception {
        until(() -> robot.lookup(symbol).tryQuery().isPresent());
        robot.clickOn(symbol);
    }

    /// Looks from the window's own thread: from another one the nodes may change while they are walked through.
    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                10, SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
