package aiquant.desktop.table;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Whether tables that grow by themselves flow, or stand still to be read. One for the whole window.
public final class Flow {

    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(false);

    public void toggle() {
        paused.set(!paused.get());
    }

    public boolean isPaused() {
        return paused.get();
    }

    public ReadOnlyBooleanProperty paused() {
        return paused.getReadOnlyProperty();
    }
}
