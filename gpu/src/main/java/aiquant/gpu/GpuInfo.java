package aiquant.gpu;

import java.util.Locale;

/// What the driver tells about one card.
///
/// @param ordinal         its number among the cards the driver shows, from 0
/// @param uuid            stays the same when cards are added or moved
/// @param cuda            newest CUDA the driver knows: 13000 is 13.0
/// @param memoryBytes     all of its memory; what is free is asked of an open [GpuDevice]
/// @param fp64Divisor     how many times slower it computes doubles than floats: 2 on cards for computing, 64 on most
///                        others
public record GpuInfo(
        int ordinal,
        String name,
        String uuid,
        int major,
        int minor,
        int cuda,
        long memoryBytes,
        int multiprocessors,
        int fp64Divisor) {

    /// The oldest generation that can run the kernels.
    static final int MIN_CAPABILITY = 75;

    /// Such as "9.0".
    public String capability() {
        return major + "." + minor;
    }

    /// Such as "13.0".
    public String cudaVersion() {
        return cuda / 1000 + "." + cuda % 1000 / 10;
    }

    /// Whether it can run the kernels at all.
    public boolean isSupported() {
        return 10 * major + minor >= MIN_CAPABILITY;
    }

    /// Whether doubles are what it was built for. Others give the same answers, more slowly.
    public boolean hasFastDoubles() {
        return fp64Divisor <= 4;
    }

    /// Whether a person who wrote this may mean it: its number, its UUID or a part of its name.
    boolean isCalled(String text) {
        return text.equals(String.valueOf(ordinal))
                || text.equalsIgnoreCase(uuid)
                || (!text.isBlank() && name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    /// Such as "0 NVIDIA H200".
    @Override
    public String toString() {
        return ordinal + " " + name;
    }
}
