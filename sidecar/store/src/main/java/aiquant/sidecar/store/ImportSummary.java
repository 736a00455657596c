package aiquant.sidecar.store;

import java.nio.file.Path;
import java.util.List;

/// What an import wrote, database by database.
public record ImportSummary(List<Written> databases) {

    public ImportSummary {
        databases = List.copyOf(databases);
    }

    /// @param rows rows in the files
    /// @param changed rows that are new in the database or have other values than before
    public record Written(Path database, int files, int symbols, long rows, long changed) {}

    public long rows() {
        return databases.stream().mapToLong(Written::rows).sum();
    }
}
