/// The mode strip across the top: where orders go, what the account is worth, how fast a replay runs.
@NullMarked
package aiquant.desktop.strip;

import org.jspecify.annotations.NullMarked;
