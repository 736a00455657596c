package aiquant.sidecar.store;

import java.nio.file.Path;

/// A market data file that an argument stands for.
///
/// @param isNamed whether the argument named the file itself rather than its folder; a named file must hold what is
///     wanted, a file of a folder may hold something else
record SourceFile(Path path, boolean isNamed) {}
