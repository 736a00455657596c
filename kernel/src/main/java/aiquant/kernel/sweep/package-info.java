/// Searching parameters: what may vary, how configurations are chosen, which of them are kept.
@org.jspecify.annotations.NullMarked
package aiquant.kernel.sweep;
