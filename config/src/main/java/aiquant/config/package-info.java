/// Reads settings: YAML files and the few environment variables become checked, immutable records.
@NullMarked
package aiquant.config;

import org.jspecify.annotations.NullMarked;
