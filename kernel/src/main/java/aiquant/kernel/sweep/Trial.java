package aiquant.kernel.sweep;

/// One configuration to try: its number, from 0 on, and one value per axis in the order of its [ParameterSpace].
///
/// The array is shared, not copied.
public record Trial(long index, double[] values) {}
