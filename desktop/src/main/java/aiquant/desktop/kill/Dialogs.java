package aiquant.desktop.kill;

import javafx.scene.Node;

/// Where a panel may show a dialog over the window, one at a time. Escape closes it.
public interface Dialogs {

    /// Shows `content` and gives the focus to `first`.
    void show(Node content, Node first);

    void close();
}
