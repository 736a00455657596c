package aiquant.gpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;

/// Writes structs of one type to memory as device code reads them; quick enough for a hundred thousand.
public final class StructWriter {
    private final StructLayout layout;
    private final Field[] fields;

    /// @throws IllegalStateException if the type and the generated source differ
    public StructWriter(StructLayout layout, Class<?> type) {
        this.layout = layout;
        fields = layout.fields().stream().map(field -> find(type, field.name())).toArray(Field[]::new);
    }

    private static Field find(Class<?> type, String name) {
        try {
            return type.getField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("struct and generated source differ", e);
        }
    }

    int bytes() {
        return layout.bytes();
    }

    /// @param at where it begins, in bytes
    public void write(Object struct, MemorySegment memory, long at) {
        try {
            for (int i = 0; i < fields.length; i++) {
                StructLayout.Field place = layout.fields().get(i);
                long to = at + place.offset();
                switch (place.type()) {
                    case "bool" -> memory.set(ValueLayout.JAVA_BYTE, to, (byte) (fields[i].getBoolean(struct) ? 1 : 0));
                    case "int" -> memory.set(ValueLayout.JAVA_INT, to, fields[i].getInt(struct));
                    case "long long" -> memory.set(ValueLayout.JAVA_LONG, to, fields[i].getLong(struct));
                    default -> memory.set(ValueLayout.JAVA_DOUBLE, to, fields[i].getDouble(struct));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("struct and generated source differ", e);
        }
    }
}
