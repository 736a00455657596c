package aiquant.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where the fields of a struct lie on the device, taken from the generated source, which asserts the size.
public record StructLayout(List<Field> fields, int bytes) {
    private static final Pattern LINE = Pattern.compile(" *(bool|int|long long|double) (\\w+) = 0;");

    /// @param type as C++ names it
    public record Field(String name, String type, int offset) {}

    static StructLayout parse(String lines) {
        List<Field> fields = new ArrayList<>();
        int[] end = {0};
        int[] widest = {1};
        LINE.matcher(lines).results().forEach(line -> {
            int bytes = switch (line.group(1)) {
                case "bool" -> 1;
                case "int" -> 4;
                default -> 8;
            };
            int offset = aligned(end[0], bytes);
            fields.add(new Field(line.group(2), line.group(1), offset));
            end[0] = offset + bytes;
            widest[0] = Math.max(widest[0], bytes);
        });
        return new StructLayout(List.copyOf(fields), aligned(end[0], widest[0]));
    }

    private static int aligned(int offset, int bytes) {
        return (offset + bytes - 1) / bytes * bytes;
    }
}
