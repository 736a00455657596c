package aiquant.gpu.translator;

/// What the subset distinguishes among types; the numbers in order of their width.
enum Kind {
    BOOLEAN("bool", 1),
    INT("int", 4),
    LONG("long long", 8),
    DOUBLE("double", 8),
    STRUCT("", 0),
    ARRAY("", 0),
    VOID("void", 0),
    OTHER("", 0);

    private final String cName;
    private final int bytes;

    Kind(String cName, int bytes) {
        this.cName = cName;
        this.bytes = bytes;
    }

    /// Of primitives and void.
    String cName() {
        return cName;
    }

    /// Of primitives.
    int bytes() {
        return bytes;
    }

    boolean isPrimitive() {
        return bytes > 0;
    }

    boolean isNumber() {
        return this == INT || this == LONG || this == DOUBLE;
    }

    boolean isInteger() {
        return this == INT || this == LONG;
    }

    boolean isWiderThan(Kind other) {
        return compareTo(other) > 0;
    }
}
