package aiquant.headless.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How an engine is shown and for how long: the options that `paper` and `demo` share.
final class RunOptions {

    @Option(names = "--headless", description = "No window: a text table in the terminal.")
    boolean headless;

    @Mixin
    private TimeLimit limit = new TimeLimit();

    @Option(
            names = "--screenshot",
            paramLabel = "FILE.png",
            description =
                    "Save a picture of the workstation (1600 × 1000) at the end; needs --for. Works without a display.")
    private @Nullable Path screenshot;

    @Option(names = "--light", description = "Light theme.")
    boolean light;

    @Option(
            names = "--speed",
            paramLabel = "BARS/S",
            converter = SpeedText.class,
            description = "Main bars a second; max does not wait at all.")
    private @Nullable Double speed;

    Optional<Duration> duration() {
        return limit.duration();
    }

    Optional<Path> screenshot() {
        return Optional.ofNullable(screenshot);
    }

    boolean isSpeedGiven() {
        return speed != null;
    }

    double speed(double otherwise) {
        return speed == null ? otherwise : speed;
    }

    /// Refuses combinations that cannot work.
    void check() {
        if (screenshot != null && duration().isEmpty()) {
            throw new IllegalArgumentException("--screenshot needs --for: the picture is taken at the end");
        }
    }

    /// A number, or `max`.
    static final class SpeedText implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            if (text.equals("max")) {
                return Double.POSITIVE_INFINITY;
            }
            try {
                double speed = Double.parseDouble(text);
                if (speed > 0.0) {
                    return speed;
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is no speed; write bars a second, or max");
            }
            throw new TypeConversionException("a speed must be positive: " + text);
        }
    }
}
