/// Failures as one sentence, a short code and details to copy.
@NullMarked
package aiquant.desktop.error;

import org.jspecify.annotations.NullMarked;
