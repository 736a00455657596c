package aiquant.desktop.app;

import aiquant.desktop.bridge.FxThread;
import aiquant.desktop.bridge.Latest;
import aiquant.desktop.bridge.Pulse;
import aiquant.desktop.chart.ChartPanel;
import aiquant.desktop.chart.ChartPresenter;
import aiquant.desktop.command.Commands;
import aiquant.desktop.command.Notices;
import aiquant.desktop.error.EngineFailure;
import aiquant.desktop.error.ErrorPanel;
import aiquant.desktop.error.ErrorReport;
import aiquant.desktop.keys.KeyBinding;
import aiquant.desktop.keys.KeysHint;
import aiquant.desktop.kill.KillPanel;
import aiquant.desktop.kill.KillPresenter;
import aiquant.desktop.ledger.LedgerPanel;
import aiquant.desktop.ledger.LedgerPresenter;
import aiquant.desktop.orders.OrdersPanel;
import aiquant.desktop.orders.OrdersPresenter;
import aiquant.desktop.positions.PositionsPanel;
import aiquant.desktop.positions.PositionsPresenter;
import aiquant.desktop.risk.RiskPanel;
import aiquant.desktop.risk.RiskPresenter;
import aiquant.desktop.status.StatusPanel;
import aiquant.desktop.status.StatusPresenter;
import aiquant.desktop.strip.StripPanel;
import aiquant.desktop.strip.StripPresenter;
import aiquant.desktop.table.Flow;
import aiquant.desktop.theme.Theme;
import aiquant.desktop.trades.TradesPanel;
import aiquant.desktop.trades.TradesPresenter;
import aiquant.desktop.watchlist.WatchlistPanel;
import aiquant.desktop.watchlist.WatchlistPresenter;
import aiquant.engine.EngineClient;
import aiquant.engine.EngineView;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Tab;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The whole window over one engine: everything is made and joined in the constructor.
///
/// JavaFX thread only. Data runs one way: engine, bridge, presenters, panels; gestures go back as commands.
public final class Workstation implements AutoCloseable {

    private final StackPane root = new StackPane();
    private final Pulse pulse = new Pulse();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("desktop-reader").factory());
    private final Selection selection = new Selection();
    private final Flow flow = new Flow();
    private final EngineFailure engineFailure = new EngineFailure();
    private final ErrorPanel errors = new ErrorPanel();
    private final Theme theme;
    private final StripPresenter strip;
    private final KillPresenter kill;
    private final StatusPresenter status;
    private final WatchlistPresenter watchlist;
    private final ChartPresenter chart;
    private final PositionsPresenter positions;
    private final RiskPresenter risk = new RiskPresenter();
    private final LedgerPresenter ledger;
    private final Tabs tabs = new Tabs();
    private final Tab positionsTab;
    private final Tab ledgerTab;
    private final Layout layout;
    private final ChartPanel chartPanel;
    private final WatchlistPanel watchlistPanel;
    private final List<Consumer<EngineView>> feeds;
    private final EngineClient.Pin pin;
    private final Timeline seconds;

    public Workstation(EngineClient engine, boolean dark) {
        theme = new Theme(root, dark);
        Notices notices = new Notices(pulse);
        Commands commands = new Commands(engine, FxThread.FX, notices::show);
        strip = new StripPresenter(commands);
        kill = new KillPresenter(commands);
        status = new StatusPresenter(Clocks::wallMs, Clocks::usedBytes);
        watchlist = new WatchlistPresenter(selection);
        chart = new ChartPresenter(engine, selection, theme.palette().get());
        positions = new PositionsPresenter(commands, selection, Clocks::wallMs);
        ledger = new LedgerPresenter(engine, flow, worker, FxThread.FX);
        OrdersPresenter orders = new OrdersPresenter(flow);
        TradesPresenter trades = new TradesPresenter(flow);

        chartPanel = new ChartPanel(chart, theme.palette());
        watchlistPanel = new WatchlistPanel(watchlist, pulse);
        positionsTab = tabs.add("Positions", new PositionsPanel(positions), positions::show);
        tabs.add("Orders", new OrdersPanel(orders), orders::show);
        tabs.add("Trades", new TradesPanel(trades), trades::show);
        ledgerTab = tabs.add("Ledger", new LedgerPanel(ledger), _ -> {});
        ledgerTab.setOnSelectionChanged(_ -> readLedger());

        layout = new Layout();
        ModalLayer modal = new ModalLayer();
        layout.top(new StripPanel(strip, new KillPanel(kill, modal)), errors);
        layout.centre(watchlistPanel, chartPanel, tabs, new RiskPanel(risk));
        layout.bottom(new StatusPanel(status, flow.paused(), new KeysHint(), new ThemeButton(theme)));
        root.getChildren().addAll(layout, notices, modal);
        root.getStyleClass().add("workstation");

        feeds = List.of(
                kill::show,
                strip::show,
                status::show,
                this::showFrame,
                watchlist::show,
                risk::show,
                tabs::show,
                this::showChart);
        new Shortcuts(root)
                .on(KeyBinding.NEXT_SYMBOL, watchlist::next)
                .on(KeyBinding.PREVIOUS_SYMBOL, watchlist::previous)
                .on(KeyBinding.PAUSE_SCROLLING, flow::toggle)
                .on(KeyBinding.FILTER, watchlistPanel::focusFilter)
                .on(KeyBinding.PAUSE_ENTRIES, kill::pauseEntries);
        selection.property().subscribe(_ -> showChart(engine.view()));
        pin = engine.subscribe(new Latest<>(pulse, this::show)::publish);
        seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
    }

    public Region root() {
        return root;
    }

    /// To be called once the window is open: the focus starts where a key does no harm.
    void focusFirst() {
        watchlistPanel.focusList();
    }

    /// May be called from any thread.
    void report(Throwable failure) {
        ErrorReport report = ErrorReport.of(failure);
        FxThread.FX.execute(() -> errors.show(report));
    }

    @Override
    public void close() {
        pin.close();
        seconds.stop();
        worker.shutdownNow();
    }

    /// Each panel on its own: one that fails leaves the others, and first of all the kill switch, up to date.
    private void show(EngineView view) {
        for (Consumer<EngineView> feed : feeds) {
            try {
                feed.accept(view);
            } catch (RuntimeException failure) {
                report(failure);
            }
        }
    }

    private void showFrame(EngineView view) {
        engineFailure.noticed(view).ifPresent(errors::show);
        layout.mode(view.mode());
        positionsTab.setText("Positions (" + view.positions().size() + ")");
    }

    private void showChart(EngineView view) {
        chart.show(view);
        chartPanel.redraw();
    }

    private void tick() {
        status.tick();
        positions.tick();
        readLedger();
    }

    private void readLedger() {
        if (ledgerTab.isSelected()) {
            ledger.refresh();
        }
    }
}
