package aiquant.headless.command;

import aiquant.kernel.market.Interval;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A length of time in bars or days, as a person writes it: `720`, `720b`, `30d`.
record Span(long count, boolean isDays) {

    private static final long DAY_MS = 86_400_000L;

    long toMs(Interval interval) {
        return count * (isDays ? DAY_MS : interval.lengthMs());
    }

    @Override
    public String toString() {
        return count + (isDays ? "d" : "b");
    }

    /// Reads one from the command line.
    static final class Text implements ITypeConverter<Span> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,7})([bd]?)");

        @Override
        public Span convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' is no length; write bars like 720 or 720b, or days like 30d");
            }
            return new Span(Long.parseLong(matcher.group(1)), matcher.group(2).equals("d"));
        }
    }
}
