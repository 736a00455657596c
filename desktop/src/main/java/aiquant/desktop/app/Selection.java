package aiquant.desktop.app;

import aiquant.kernel.market.Symbol;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The one selected symbol; every panel that shows a symbol follows it. JavaFX thread only.
public final class Selection {

    private final ReadOnlyObjectWrapper<Optional<Symbol>> symbol = new ReadOnlyObjectWrapper<>(Optional.empty());

    public void select(Symbol wanted) {
        symbol.set(Optional.of(wanted));
    }

    public Optional<Symbol> symbol() {
        return symbol.get();
    }

    public ReadOnlyObjectProperty<Optional<Symbol>> property() {
        return symbol.getReadOnlyProperty();
    }
}
