package aiquant.desktop.plot;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Two images over plain pixel arrays: one is on the screen while the other is painted.
final class Frames {

    private final @Nullable Frame[] frames = new @Nullable Frame[2];
    private int current;

    /// The frame to paint next, of exactly this size.
    Frame next(int width, int height) {
        current = 1 - current;
        Frame frame = frames[current];
        if (frame == null || frame.width() != width || frame.height() != height) {
            frame = Frame.of(width, height);
            frames[current] = frame;
        }
        return frame;
    }

    record Frame(int width, int height, PixelBuffer<IntBuffer> buffer, Image image) {

        static Frame of(int width, int height) {
            var buffer = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            return new Frame(width, height, buffer, new WritableImage(buffer));
        }

        int[] pixels() {
            return buffer.getBuffer().array();
        }

        /// Tells the image that all pixels are new. No area given means the whole buffer.
        @SuppressWarnings("NullAway") // PixelBuffer takes null for "everything" and is not annotated
        void painted() {
            buffer.updateBuffer(_ -> null);
        }
    }
}
