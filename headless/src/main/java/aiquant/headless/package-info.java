/// The command line: one program for research, paper trading and the workstation.
@NullMarked
package aiquant.headless;

import org.jspecify.annotations.NullMarked;
