package aiquant.headless.command;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The option that ends a command by itself.
final class TimeLimit {

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Text.class,
            description = "End after this time, such as 30s or 5m.")
    private @Nullable Duration duration;

    Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    /// Looks again and again until the time is over or the person has enough.
    void run(StopSignal stop, Duration between, Runnable look) throws InterruptedException {
        long begun = System.nanoTime();
        Duration left = duration == null ? between : duration;
        while (left.isPositive()) {
            look.run();
            if (stop.comesWithin(left.compareTo(between) < 0 ? left : between)) {
                return;
            }
            left = duration == null ? between : duration.minusNanos(System.nanoTime() - begun);
        }
    }

    /// `30s`, `5m`, `2h`.
    static final class Text implements ITypeConverter<Duration> {
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
}
