package aiquant.desktop.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.engine.EngineCommand;
import aiquant.engine.Mode;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/// Pictures of every state, dark and light, into `target/screens`. They fail only when the window cannot be drawn.
@ExtendWith(ApplicationExtension.class)
class ScreensTest {

    private static final Path FOLDER = Path.of("target", "screens");
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    @Test
    void replayDark() throws Exception {
        picture("replay-dark", Mode.REPLAY, true, _ -> {}, ScreensTest::selectHeld);
    }

    @Test
    void replayLight() throws Exception {
        picture("replay-light", Mode.REPLAY, false, _ -> {}, ScreensTest::selectHeld);
    }

    @Test
    void haltedDark() throws Exception {
        picture("halted-dark", Mode.PAPER, true, ScreensTest::halt, ScreensTest::selectHeld);
    }

    @Test
    void failedLight() throws Exception {
        picture(
                "failed-light",
                Mode.PAPER,
                false,
                engine -> engine.fail("ledger: disk is full"),
                ScreensTest::selectHeld);
    }

    @Test
    void liveDarkWithFlattenDialog() throws Exception {
        picture(
                "live-flatten-dark",
                Mode.LIVE,
                true,
                _ -> {},
                root -> button(root, "#flatten").fire());
    }

    @Test
    void resumeDialogLight() throws Exception {
        picture(
                "resume-light",
                Mode.PAPER,
                false,
                ScreensTest::halt,
                root -> button(root, "#resume").fire());
    }

    @Test
    void ordersDark() throws Exception {
        picture("orders-dark", Mode.DEMO, true, _ -> {}, root -> tab(root, 1));
    }

    @Test
    void tradesLight() throws Exception {
        picture("trades-light", Mode.DRY_LIVE, false, _ -> {}, root -> tab(root, 2));
    }

    @Test
    void ledgerDark() throws Exception {
        picture("ledger-dark", Mode.REPLAY, true, _ -> {}, root -> tab(root, 3));
    }

    @Test
    void wholeHistoryDarkWithCrosshair() throws Exception {
        picture("fit-dark", Mode.REPLAY, true, _ -> {}, root -> {
            Node chart = root.lookup(".candle-chart");
            fire(chart, MouseEvent.MOUSE_PRESSED, 2);
            fire(chart, MouseEvent.MOUSE_RELEASED, 1);
            fire(chart, MouseEvent.MOUSE_MOVED, 0);
        });
    }

    @Test
    void scrolledBackLight() throws Exception {
        picture("scrolled-light", Mode.REPLAY, false, _ -> {}, root -> {
            Node chart = root.lookup(".candle-chart");
            fire(chart, MouseEvent.MOUSE_PRESSED, 1);
            chart.fireEvent(mouse(chart, MouseEvent.MOUSE_DRAGGED, 1, 320));
            fire(chart, MouseEvent.MOUSE_RELEASED, 1);
            fire(chart, MouseEvent.MOUSE_MOVED, 0);
        });
    }

    private static void halt(ScriptedEngine engine) {
        engine.send(new EngineCommand.Halt("operator at the workstation"));
    }

    private static void picture(
            String name, Mode mode, boolean dark, Consumer<ScriptedEngine> prepare, Consumer<Node> act)
            throws Exception {
        ScriptedEngine engine = new ScriptedEngine(mode);
        prepare.accept(engine);
        Workstation workstation = onFx(() -> new Workstation(engine, dark));
        Stage stage = onFx(() -> Windows.openOffScreen(workstation.root(), WIDTH, HEIGHT));
        frames(10);
        onFx(() -> {
            act.accept(workstation.root());
            return true;
        });
        frames(30);
        WritableImage image = onFx(() -> Picture.take(workstation.root(), WIDTH, HEIGHT));
        Path file = FOLDER.resolve(name + ".png");
        Picture.write(image, file);
        onFx(() -> {
            stage.close();
            workstation.close();
            return true;
        });
        assertThat(file).isNotEmptyFile();
        assertThat(colours(image)).as("distinct colours in " + file).isGreaterThan(200);
    }

    private static long colours(WritableImage image) {
        var pixels = image.getPixelReader();
        return java.util.stream.IntStream.range(0, WIDTH * HEIGHT / 16)
                .map(i -> pixels.getArgb(i * 4 % WIDTH, i * 4 / WIDTH * 4 % HEIGHT))
                .distinct()
                .count();
    }

    /// Waits until that many frames have been drawn.
    private static void frames(int count) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(count);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                left.countDown();
            }
        };
        Platform.runLater(timer::start);
        assertThat(left.await(20, SECONDS)).isTrue();
        Platform.runLater(timer::stop);
    }

    /// Down from the first symbol to SOL, which is held.
    private static void selectHeld(Node root) {
        ListView<?> list = (ListView<?>) root.lookup("#watchlist");
        list.getSelectionModel().select(8);
        list.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.DOWN, false, false, false, false));
    }

    private static void tab(Node root, int index) {
        ((TabPane) root.lookup("#tabs")).getSelectionModel().select(index);
    }

    private static Button button(Node root, String query) {
        return (Button) root.lookup(query);
    }

    private static void fire(Node node, javafx.event.EventType<MouseEvent> type, int clicks) {
        node.fireEvent(mouse(node, type, clicks, 0));
    }

    private static MouseEvent mouse(Node node, javafx.event.EventType<MouseEvent> type, int clicks, double dx) {
        var at = node.localToScene(420 + dx, 230);
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private static <T> T onFx(java.util.function.Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, Platform::runLater).join();
    }
}
