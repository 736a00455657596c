package aiquant.headless.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How an engine is shown and for how long: the options that `paper` and `demo` share.
final class RunOptions {

    @Option(names = "--headless", description = "No window: a text table in the terminal.")
    boolean headless;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "End after this time, such as 30s or 5m.")
    private @Nullable Duration duration;

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
        return Optional.ofNullable(duration);
    }

    Optional<Path> screenshot() {
        return Optional.ofNullable(screenshot);
    }

    double speed(double otherwise) {
        return speed == null ? otherwise : speed;
    }

    /// Refuses combinations that cannot work.
    void check() {
        if (screenshot != null && duration == null) {
            throw new IllegalArgumentException("--screenshot needs --for: the picture is taken at the end");
        }
    }

    /// `30s`, `5m`, `2h`.
    static final class DurationText implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

        @Override
        public Duration convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is no time; write it like 30s, 5m or 2h");
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
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
