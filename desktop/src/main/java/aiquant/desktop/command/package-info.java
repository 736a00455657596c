/// Sends commands to the engine and tells what became of them.
@NullMarked
package aiquant.desktop.command;

import org.jspecify.annotations.NullMarked;
