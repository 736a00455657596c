/// Measures what is fast: `./aiquant bench`.
@org.jspecify.annotations.NullMarked
package aiquant.bench;
