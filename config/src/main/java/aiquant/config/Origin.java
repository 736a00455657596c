package aiquant.config;

/// Who set a value, and where it is written.
public record Origin(Layer layer, Place place) {

    static final Origin BUILT_IN = new Origin(Layer.DEFAULT, Place.whole("built-in defaults"));
}
