package aiquant.config;

import aiquant.kernel.strategy.Parameters;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The single values of a record or a tree, by dotted path.
final class Leaves {

    private Leaves() {}

    /// In the order of the components.
    static List<String> paths(Record record) {
        List<String> paths = new ArrayList<>();
        collect(record.getClass(), "", paths);
        return paths;
    }

    /// Where each value of a tree stands, in the order of the text.
    static Map<String, Place> places(ConfigTree.Mapping tree) {
        Map<String, Place> places = new LinkedHashMap<>();
        collect(tree, "", places);
        return places;
    }

    private static void collect(Class<?> record, String prefix, List<String> paths) {
        for (RecordComponent component : record.getRecordComponents()) {
            String path = RecordBinder.path(prefix, Parameters.snake(component.getName()));
            if (component.getType().isRecord()) {
                collect(component.getType(), path, paths);
            } else if (component.getType() != Map.class) {
                paths.add(path);
            }
        }
    }

    private static void collect(ConfigTree.Mapping tree, String prefix, Map<String, Place> places) {
        tree.entries().forEach((key, entry) -> {
            String path = RecordBinder.path(prefix, key);
            if (entry.value() instanceof ConfigTree.Mapping mapping) {
                collect(mapping, path, places);
            } else {
                places.put(path, entry.value().place());
            }
        });
    }
}
