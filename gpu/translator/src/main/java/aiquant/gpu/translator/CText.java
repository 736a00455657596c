package aiquant.gpu.translator;

import java.util.Set;

/// C++ text that grows line by line, and how Java's literals and names are written in it.
final class CText {
    private static final Set<String> TAKEN = Set.of(
            "and",
            "and_eq",
            "asm",
            "auto",
            "bitand",
            "bitor",
            "bool",
            "compl",
            "const_cast",
            "constexpr",
            "decltype",
            "delete",
            "explicit",
            "export",
            "extern",
            "friend",
            "inline",
            "mutable",
            "namespace",
            "noexcept",
            "not",
            "not_eq",
            "nullptr",
            "operator",
            "or",
            "or_eq",
            "register",
            "signed",
            "sizeof",
            "struct",
            "template",
            "typedef",
            "typeid",
            "typename",
            "union",
            "unsigned",
            "using",
            "virtual",
            "wchar_t",
            "xor",
            "xor_eq",
            "NAN",
            "INFINITY",
            "NULL",
            "EOF",
            "errno",
            "kernel",
            "blockIdx",
            "blockDim",
            "threadIdx",
            "gridDim");

    private final StringBuilder text = new StringBuilder();
    private int indent;

    void text(String lines) {
        text.append(lines);
    }

    void line(String line) {
        if (!line.isEmpty() && !line.startsWith("#")) {
            text.append("    ".repeat(indent));
        }
        text.append(line).append('\n');
    }

    void indent(int by) {
        indent += by;
    }

    static String name(String java) {
        return TAKEN.contains(java) ? java + "_" : java;
    }

    /// Doubles to the last bit.
    static String literal(Object value) {
        return switch (value) {
            case Boolean truth -> truth.toString();
            case Integer number -> number == Integer.MIN_VALUE ? "(-2147483647 - 1)" : signed(number.toString());
            case Long number -> number == Long.MIN_VALUE ? "(-9223372036854775807LL - 1)" : signed(number + "LL");
            case Double number -> {
                String exact = signed(Double.toHexString(number).replace(".0p", "p"));
                yield exact + " /* " + number + " */";
            }
            default -> throw new IllegalArgumentException("no literal of device code: " + value);
        };
    }

    private static String signed(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
