package aiquant.desktop.app;

import aiquant.engine.EngineView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// The tables below the chart. Only the one on screen is fed; another gets the newest view when it is opened.
final class Tabs extends TabPane {

    private final List<Consumer<EngineView>> feeds = new ArrayList<>();
    private Optional<EngineView> newest = Optional.empty();

    Tabs() {
        setId("tabs");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getStyleClass().add("dense");
        getSelectionModel().selectedIndexProperty().subscribe(_ -> feed());
    }

    Tab add(String title, Node content, Consumer<EngineView> feed) {
        Tab tab = new Tab(title, content);
        feeds.add(feed);
        getTabs().add(tab);
        return tab;
    }

    void show(EngineView view) {
        newest = Optional.of(view);
        feed();
    }

    private void feed() {
        int index = getSelectionModel().getSelectedIndex();
        if (index >= 0 && index < feeds.size()) {
            newest.ifPresent(feeds.get(index));
        }
    }
}
