/// How much of a result may be luck: moments, Sharpe ratios and the odds of overfitting.
@NullMarked
package aiquant.kernel.statistics;

import org.jspecify.annotations.NullMarked;
