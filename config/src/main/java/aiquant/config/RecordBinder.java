package aiquant.config;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Parameters;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lays a tree over a record: keys are its components in snake case, what the tree leaves out stays as it was.
///
/// Mappings go down key by key, everything else replaces. The records are the schema; there is no second list of keys.
final class RecordBinder {

    private RecordBinder() {}

    /// `where` is the dotted path of the tree in its file, for messages.
    ///
    /// @throws ConfigError at the first key that is unknown or has a value of the wrong type or out of range
    static <R extends Record> R over(R base, ConfigTree.Mapping tree, String where) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) base.getClass();
        Map<String, Object> bound = new LinkedHashMap<>();
        tree.entries().forEach((key, entry) -> {
            RecordComponent component = component(type, key, entry, where);
            Object old = read(base, component);
            bound.put(component.getName(), value(component.getGenericType(), old, entry.value(), path(where, key)));
        });
        List<Object> values = Arrays.stream(type.getRecordComponents())
                .map(component -> bound.getOrDefault(component.getName(), read(base, component)))
                .toList();
        try {
            return construct(type, values);
        } catch (InvalidComponent e) {
            String key = Parameters.snake(e.component());
            ConfigTree.Entry entry = tree.entries().getOrDefault(key, new ConfigTree.Entry(tree.place(), tree));
            throw new ConfigError(entry.value().place(), path(where, key) + " " + e.problem(), e);
        }
    }

    static String path(String where, String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    private static RecordComponent component(
            Class<? extends Record> type, String key, ConfigTree.Entry entry, String where) {
        List<String> known = keys(type);
        int index = known.indexOf(key);
        if (index < 0) {
            String parent = where.isEmpty() ? "" : " in " + where;
            throw new ConfigError(entry.key(), "unknown key '" + key + "'" + parent + Nearest.hint(key, "keys", known));
        }
        return type.getRecordComponents()[index];
    }

    private static List<String> keys(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> Parameters.snake(component.getName()))
                .toList();
    }

    private static Object value(Type type, Object old, ConfigTree node, String where) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? list(arguments[0], node, where)
                    : map(arguments[1], (Map<?, ?>) old, node, where);
        }
        return old instanceof Record base && !(old instanceof Symbol)
                ? over(base, mapping(node, where), where)
                : ScalarReader.read((Class<?>) type, node, where);
    }

    private static List<Object> list(Type itemType, ConfigTree node, String where) {
        if (!(node instanceof ConfigTree.Sequence sequence)) {
            throw new ConfigError(node.place(), where + " must be a list, not " + node.describe());
        }
        List<Object> items = new ArrayList<>();
        for (ConfigTree item : sequence.items()) {
            items.add(ScalarReader.read((Class<?>) itemType, item, where));
        }
        return items;
    }

    private static Map<String, Object> map(Type valueType, Map<?, ?> old, ConfigTree node, String where) {
        Map<String, Object> values = new LinkedHashMap<>();
        old.forEach((key, value) -> values.put(String.valueOf(key), value));
        mapping(node, where).entries().forEach((key, entry) -> {
            Object base = values.getOrDefault(key, empty((Class<?>) valueType));
            values.put(key, value(valueType, base, entry.value(), path(where, key)));
        });
        return values;
    }

    static ConfigTree.Mapping mapping(ConfigTree node, String where) {
        if (node instanceof ConfigTree.Mapping mapping) {
            return mapping;
        }
        throw new ConfigError(node.place(), where + " must be a mapping, not " + node.describe());
    }

    /// What a new entry of a map starts from.
    private static Object empty(Class<?> type) {
        if (type == String.class) {
            return "";
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        return construct(
                type,
                Stream.of(type.getRecordComponents())
                        .map(component -> empty(component.getType()))
                        .toList());
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static <R> R construct(Class<R> type, List<Object> values) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused
                    ? refused
                    : new IllegalStateException("cannot build " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + type, e);
        }
    }
}
