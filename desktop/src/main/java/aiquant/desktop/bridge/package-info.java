/// The way from the engine's thread to the JavaFX thread, never faster than the screen.
@NullMarked
package aiquant.desktop.bridge;

import org.jspecify.annotations.NullMarked;
