/// What was traded, held against what a replay of the same candles would have traded.
@NullMarked
package aiquant.engine.shadow;

import org.jspecify.annotations.NullMarked;
