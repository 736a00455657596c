/// The sub-commands: one class each, found by picocli through [AiQuantCommand].
@NullMarked
package aiquant.headless.command;

import org.jspecify.annotations.NullMarked;
