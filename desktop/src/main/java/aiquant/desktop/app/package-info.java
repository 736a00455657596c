/// Start, window, selection and end of the workstation: the one place where everything is wired.
@NullMarked
package aiquant.desktop.app;

import org.jspecify.annotations.NullMarked;
