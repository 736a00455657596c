/// Measurements by hand; not part of the build.
@NullMarked
package aiquant.desktop.bench;

import org.jspecify.annotations.NullMarked;
