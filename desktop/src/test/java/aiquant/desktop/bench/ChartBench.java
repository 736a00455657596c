package aiquant.desktop.bench;

import aiquant.desktop.plot.PlotModel;
import aiquant.desktop.plot.PlotPane;
import aiquant.desktop.plot.Series;
import aiquant.desktop.theme.Theme;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Pans, zooms and ticks a million candles with eight overlays and prints the time of each frame.
///
/// Run with `-Dglass.platform=Headless -Dprism.order=sw`. "work" is from the start of the frame to the end of layout
/// and painting on the JavaFX thread; "interval" is the time between frames, which the toolkit paces at 16 ms unless
/// `-Djavafx.animation.fullspeed=true`.
public final class ChartBench {

    private static final int BARS = 1_000_000;
    private static final int OVERLAYS = 8;
    private static final int WARM = 120;
    private static final int FRAMES = 600;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 960;

    private final PlotModel model = new PlotModel();
    private final Random random = new Random(7);
    private final double[] work = new double[FRAMES];
    private final double[] interval = new double[FRAMES];
    private final CountDownLatch done = new CountDownLatch(1);
    private int frame;
    private long startedNanos;

    private ChartBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        ChartBench bench = new ChartBench();
        long before = System.nanoTime();
        bench.fill();
        System.out.printf("filled %,d bars, %d overlays in %.0f ms%n", BARS, OVERLAYS, millisSince(before));
        for (int visible : new int[] {500, 5_000, 100_000, BARS}) {
            ChartBench next = visible == 500 ? bench : new ChartBench();
            if (next != bench) {
                next.fill();
            }
            run(next, visible);
        }
        Platform.exit();
    }

    private static void run(ChartBench bench, int visible) throws InterruptedException {
        try {
            Platform.startup(() -> bench.open(visible));
        } catch (IllegalStateException _) {
            Platform.runLater(() -> bench.open(visible));
        }
        Platform.setImplicitExit(false);
        bench.done.await();
        System.out.printf(
                "%,9d visible: work p50 %.1f p99 %.1f max %.1f ms, interval p50 %.1f p99 %.1f ms, over 20 ms %.1f %%%n",
                visible,
                at(bench.work, 0.5),
                at(bench.work, 0.99),
                at(bench.work, 1),
                at(bench.interval, 0.5),
                at(bench.interval, 0.99),
                100.0
                        * Arrays.stream(bench.interval)
                                .filter(millis -> millis > 20)
                                .count()
                        / FRAMES);
    }

    private void fill() {
        double price = 10_000;
        Series[] lines = new Series[OVERLAYS];
        double[] mean = new double[OVERLAYS];
        for (int k = 0; k < OVERLAYS; k++) {
            lines[k] = new Series();
            mean[k] = price;
            model.overlays().add(new PlotModel.Overlay("EMA " + k, lines[k], 0xff000000 | 0x335577 * (k + 1)));
        }
        for (int i = 0; i < BARS; i++) {
            double open = price;
            price = Math.max(100, price + random.nextGaussian() * 6);
            double high = Math.max(open, price) + random.nextDouble() * 5;
            double low = Math.min(open, price) - random.nextDouble() * 5;
            model.bars()
                    .put(i, 1_600_000_000_000L + i * 60_000L, open, high, low, price, 1_000 + random.nextInt(5_000));
            for (int k = 0; k < OVERLAYS; k++) {
                mean[k] += (price - mean[k]) / (5 * (k + 1) * (k + 1));
                lines[k].put(i, mean[k]);
            }
        }
        model.bars().changed(0, BARS);
        for (Series line : lines) {
            line.changed(0, BARS);
        }
        model.viewport().total(BARS);
    }

    private void open(int visible) {
        StackPane root = new StackPane();
        Theme theme = new Theme(root, true);
        PlotPane pane = new PlotPane(model, theme.palette().get());
        root.getChildren().add(pane);
        root.getStyleClass().add("workstation");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        model.viewport().zoom(visible / model.viewport().span(), BARS);
        scene.addPostLayoutPulseListener(() -> {
            int i = frame - 1 - WARM;
            if (i >= 0 && i < FRAMES) {
                work[i] = millisSince(startedNanos);
            }
        });
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                int i = frame - WARM;
                if (i > 0 && i <= FRAMES) {
                    interval[i - 1] = millisSince(startedNanos);
                }
                startedNanos = System.nanoTime();
                if (i > FRAMES) {
                    stop();
                    stage.close();
                    done.countDown();
                    return;
                }
                frame++;
                move(visible);
                pane.redraw();
            }
        }.start();
    }

    /// A tick of the newest bar, and a slow swing of pan and zoom.
    private void move(int visible) {
        int last = BARS - 1;
        double close = model.bars().close(last) + random.nextGaussian() * 2;
        model.bars()
                .put(
                        last,
                        model.bars().timeMs(last),
                        model.bars().open(last),
                        Math.max(model.bars().high(last), close),
                        Math.min(model.bars().low(last), close),
                        close,
                        model.bars().volume(last) + 1);
        model.bars().changed(last, BARS);
        double swing = Math.sin(frame * Math.PI / 120);
        model.viewport().pan(-visible * 0.01 * swing);
        model.viewport()
                .zoom(
                        1 + 0.01 * swing,
                        model.viewport().left() + model.viewport().span() / 2);
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static double at(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
    }
}
