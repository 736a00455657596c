package aiquant.sidecar.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the files that data arguments stand for, in the order in which they are read.
///
/// An argument is a file, a folder, or several of them separated by commas. A folder stands for its databases, sorted
/// by name, sub-folders not included; a folder without any stands for the CSV files in it and below, sorted by path.
/// A file that appears twice is taken once.
final class SourceFiles {

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private SourceFiles() {}

    /// @param databasePrefix how the databases of a folder are named: `candles_` takes `candles_1h.db`
    static List<SourceFile> find(List<String> arguments, String databasePrefix) {
        Map<Path, SourceFile> found = new LinkedHashMap<>();
        for (Path path : paths(arguments)) {
            if (Files.isDirectory(path)) {
                inFolder(path, databasePrefix)
                        .forEach(file -> found.putIfAbsent(identity(file), new SourceFile(file, false)));
            } else if (Files.exists(path)) {
                found.putIfAbsent(identity(path), new SourceFile(path, true));
            } else {
                throw new StoreException(path + ": no such file or folder");
            }
        }
        return List.copyOf(found.values());
    }

    /// The CSV files of the arguments, whatever their folders hold besides.
    static List<SourceFile> findCsv(List<Path> arguments) {
        Map<Path, SourceFile> found = new LinkedHashMap<>();
        for (Path path : arguments) {
            if (Files.isDirectory(path)) {
                List<Path> files = csvBelow(path);
                if (files.isEmpty()) {
                    throw new StoreException(path + ": no .csv or .csv.gz files in this folder or below it");
                }
                files.forEach(file -> found.putIfAbsent(identity(file), new SourceFile(file, false)));
            } else if (Files.exists(path)) {
                found.putIfAbsent(identity(path), new SourceFile(path, true));
            } else {
                throw new StoreException(path + ": no such file or folder");
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Path> paths(List<String> arguments) {
        List<Path> paths = arguments.stream()
                .flatMap(argument -> Arrays.stream(argument.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(Path::of)
                .toList();
        if (paths.isEmpty()) {
            throw new StoreException("no data file was named; expected a database, a CSV file or a folder of them");
        }
        return paths;
    }

    private static List<Path> inFolder(Path folder, String databasePrefix) {
        List<Path> databases = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Files::isRegularFile)
                    .filter(file -> nameOf(file).startsWith(databasePrefix)
                            && nameOf(file).toLowerCase(Locale.ROOT).endsWith(".db"))
                    .sorted()
                    .forEach(databases::add);
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
        if (!databases.isEmpty()) {
            return databases;
        }
        List<Path> csv = csvBelow(folder);
        if (csv.isEmpty()) {
            throw new StoreException(folder + ": no " + databasePrefix
                    + "*.db in this folder, and no .csv or .csv.gz in" + " it or below it");
        }
        return csv;
    }

    private static List<Path> csvBelow(Path folder) {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(SourceFiles::isCsvName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StoreException.of(folder, e);
        }
    }

    private static boolean isCsvName(Path file) {
        String name = nameOf(file).toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path identity(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /// Looks at the content: a database begins with SQLite's sixteen bytes.
    static boolean isDatabase(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SQLITE_MAGIC.length), SQLITE_MAGIC);
        } catch (IOException e) {
            throw StoreException.of(file, e);
        }
    }
}
