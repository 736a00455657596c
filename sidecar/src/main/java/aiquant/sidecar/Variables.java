package aiquant.sidecar;

import aiquant.config.Environment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Values of environment variables, with the smallest that is allowed; what is smaller is raised to it.
record Variables(Environment environment) {

    private static final List<String> YES = List.of("1", "true", "yes", "on");
    private static final List<String> NO = List.of("0", "false", "no", "off");

    boolean isSet(String variable) {
        return environment.isSet(variable);
    }

    Optional<Path> path(String variable) {
        return environment.variable(variable).map(Path::of);
    }

    List<String> words(String variable) {
        return Arrays.stream(environment.variable(variable).orElse("").split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean flag(String variable, boolean otherwise) {
        Optional<String> word = environment.variable(variable).map(text -> text.toLowerCase(Locale.ROOT));
        if (word.isEmpty()) {
            return otherwise;
        }
        if (!YES.contains(word.get()) && !NO.contains(word.get())) {
            throw new IllegalArgumentException(variable + " must be 1 or 0: '" + word.get() + "'");
        }
        return YES.contains(word.get());
    }

    long number(String variable, long otherwise, long least) {
        Optional<String> text = environment.variable(variable);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException(variable + " must be a whole number: '" + text.get() + "'");
        }
        return Math.max(least, Long.parseLong(text.get()));
    }

    /// Seconds, perhaps with a fraction, as milliseconds.
    long seconds(String variable, double otherwise, double least) {
        Optional<String> text = environment.variable(variable);
        if (text.isPresent() && !text.get().matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException(variable + " must be a number of seconds: '" + text.get() + "'");
        }
        return Math.round(Math.max(least, text.map(Double::parseDouble).orElse(otherwise)) * 1_000);
    }
}
