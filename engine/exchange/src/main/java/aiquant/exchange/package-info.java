/// The Hyperliquid client: information, actions, streams and the signatures they need. It knows no strategy.
@NullMarked
package aiquant.exchange;

import org.jspecify.annotations.NullMarked;
