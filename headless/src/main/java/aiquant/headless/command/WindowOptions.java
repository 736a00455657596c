package aiquant.headless.command;

import aiquant.engine.research.WalkForwardWindows;
import aiquant.kernel.market.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that cut a period into folds.
final class WindowOptions {

    private static final double DAY_MS = 86_400_000;

    @Option(
            names = "--train",
            paramLabel = "LENGTH",
            required = true,
            converter = Span.Text.class,
            description = "Training window, in bars (2000) or days (90d); with --anchored the first one.")
    private Span train = new Span(0, false);

    @Option(
            names = "--test",
            paramLabel = "LENGTH",
            required = true,
            converter = Span.Text.class,
            description = "Test window after it.")
    private Span test = new Span(0, false);

    @Option(
            names = "--step",
            paramLabel = "LENGTH",
            converter = Span.Text.class,
            description = "From one test window's start to the next; default: the test window.")
    private @Nullable Span step;

    @Option(
            names = "--purge",
            paramLabel = "LENGTH",
            converter = Span.Text.class,
            defaultValue = "0",
            description = "Left out between training and test. Default: ${DEFAULT-VALUE}.")
    private Span purge = new Span(0, false);

    @Option(names = "--anchored", description = "Every training window begins with the first; else they roll.")
    private boolean isAnchored;

    /// @param days of the data
    /// @throws IllegalArgumentException if the lengths contradict each other, or not one fold fits
    WalkForwardWindows windows(Interval interval, double days) {
        Span every = step == null ? test : step;
        positive("--train", train);
        positive("--test", test);
        if (every.toMs(interval) < test.toMs(interval)) {
            throw new IllegalArgumentException(
                    "--step " + every + " must be at least --test " + test + ", or bars would be tested twice");
        }
        whole("--train", train, interval);
        whole("--test", test, interval);
        whole("--step", every, interval);
        whole("--purge", purge, interval);
        double needed = (train.toMs(interval) + purge.toMs(interval) + test.toMs(interval)) / DAY_MS;
        if (needed > days) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "--train %s, --purge %s and --test %s need %.1f days, but the data have %.1f",
                    train,
                    purge,
                    test,
                    needed,
                    days));
        }
        return new WalkForwardWindows(
                train.toMs(interval), test.toMs(interval), every.toMs(interval), purge.toMs(interval), isAnchored);
    }

    private static void positive(String option, Span span) {
        if (span.count() < 1) {
            throw new IllegalArgumentException(option + " must be at least one bar or day: " + span);
        }
    }

    private static void whole(String option, Span span, Interval interval) {
        if (span.toMs(interval) % interval.lengthMs() != 0) {
            throw new IllegalArgumentException(option + " " + span + " is no whole number of " + interval + " bars");
        }
    }
}
