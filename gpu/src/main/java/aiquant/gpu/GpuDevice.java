package aiquant.gpu;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jcuda.NativePointerObject;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUjit_option;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUuuid;
import jcuda.driver.JCudaDriver;
import jcuda.driver.JITOptions;

/// One graphics card with the kernels loaded: its memory, copies to and from it, and launches.
///
/// Belongs to the thread that opened it, which also closes it. Launches return at once and run one after the other;
/// copies wait for them. The only class that knows JCuda. Every call is checked and throws [GpuException].
public final class GpuDevice implements AutoCloseable {
    /// Threads that run as one block.
    public static final int BLOCK = 128;

    private static final int STAGING_BYTES = 8 << 20;
    private static final int JIT_LOG_BYTES = 8192;

    private static final String NO_CARD = "the NVIDIA driver shows no card";
    private static final String NOT_WORKING = "the NVIDIA driver does not work: ";

    private static boolean isLoaded;

    private final Thread owner = Thread.currentThread();
    private final GpuInfo info;
    private final Ptx ptx;
    private final CUdevice device;
    private final CUmodule module = new CUmodule();
    private final Map<String, Kernel> kernels = new HashMap<>();
    private final Set<Buffer> buffers = new HashSet<>();
    private final Pointer pinned = new Pointer();
    private boolean isCompiled;
    private ByteBuffer staging = ByteBuffer.allocate(0);

    /// Memory of one card, taken by [GpuDevice#alloc]; given back by [GpuDevice#free], at the latest by closing.
    public static final class Buffer {
        private final CUdeviceptr pointer = new CUdeviceptr();
        private final long bytes;

        private Buffer(long bytes) {
            this.bytes = bytes;
        }

        public long bytes() {
            return bytes;
        }
    }

    private record Kernel(CUfunction function, List<Integer> parameterSizes) {}

    /// What a card has of memory, in bytes.
    public record Memory(long free, long total) {}

    private GpuDevice(GpuInfo info, Ptx ptx) {
        this.info = info;
        this.ptx = ptx;
        device = device(info.ordinal());
    }

    /// All cards that the driver shows, those that are too old included.
    ///
    /// @throws GpuUnavailable if there is no driver or no card
    public static List<GpuInfo> list() {
        start();
        try {
            int[] count = {0};
            check(JCudaDriver.cuDeviceGetCount(count), "cuDeviceGetCount");
            if (count[0] == 0) {
                throw new GpuUnavailable(NO_CARD);
            }
            List<GpuInfo> cards = new ArrayList<>();
            for (int ordinal = 0; ordinal < count[0]; ordinal++) {
                cards.add(describe(ordinal));
            }
            return List.copyOf(cards);
        } catch (GpuException e) {
            throw new GpuUnavailable(NOT_WORKING + e.getMessage(), e);
        }
    }

    /// The version of the installed driver, such as "580.65.06", where the system tells.
    public static Optional<String> driverVersion() {
        return Driver.version();
    }

    /// The card a person means.
    ///
    /// @param text its number, its UUID or a part of its name; of several the first
    /// @throws GpuUnavailable if there is none
    public static GpuInfo find(String text) {
        List<GpuInfo> cards = list();
        return cards.stream()
                .filter(card -> card.isCalled(text))
                .findFirst()
                .orElseThrow(() -> new GpuUnavailable("no card is called '" + text + "'; there are: "
                        + String.join(
                                ", ", cards.stream().map(GpuInfo::toString).toList())));
    }

    /// Takes a card and loads the kernels.
    ///
    /// @throws GpuUnavailable if it cannot run them, or if the packed PTX is not that of the kernels
    public static GpuDevice open(GpuInfo card) {
        if (!card.isSupported()) {
            throw new GpuUnavailable("card %s has compute capability %s; the oldest that can be used has %d.%d"
                    .formatted(card, card.capability(), GpuInfo.MIN_CAPABILITY / 10, GpuInfo.MIN_CAPABILITY % 10));
        }
        start();
        Ptx ptx = Ptx.current();
        try {
            GpuDevice opened = new GpuDevice(card, ptx);
            opened.load();
            return opened;
        } catch (GpuException e) {
            throw new GpuUnavailable("card " + card + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static synchronized void start() {
        if (!isLoaded) {
            Driver.probe();
            Driver.loadPrivately(() -> JCudaDriver.setExceptionsEnabled(false));
            isLoaded = true;
        }
        try {
            check(JCudaDriver.cuInit(0), "cuInit");
        } catch (GpuException e) {
            boolean hasNone = e.code() == CUresult.CUDA_ERROR_NO_DEVICE;
            throw new GpuUnavailable(hasNone ? NO_CARD : NOT_WORKING + e.getMessage(), e);
        }
    }

    private static CUdevice device(int ordinal) {
        CUdevice device = new CUdevice();
        check(JCudaDriver.cuDeviceGet(device, ordinal), "cuDeviceGet of " + ordinal);
        return device;
    }

    private static GpuInfo describe(int ordinal) {
        CUdevice device = device(ordinal);
        byte[] name = new byte[256];
        check(JCudaDriver.cuDeviceGetName(name, name.length, device), "cuDeviceGetName");
        CUuuid uuid = new CUuuid();
        check(JCudaDriver.cuDeviceGetUuid(uuid, device), "cuDeviceGetUuid");
        int[] version = {0};
        check(JCudaDriver.cuDriverGetVersion(version), "cuDriverGetVersion");
        long[] bytes = {0};
        check(JCudaDriver.cuDeviceTotalMem(bytes, device), "cuDeviceTotalMem");
        return new GpuInfo(
                ordinal,
                text(name),
                "GPU-" + HexFormat.of().formatHex(uuid.bytes).replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-"),
                attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, device),
                attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, device),
                version[0],
                bytes[0],
                attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, device),
                attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_SINGLE_TO_DOUBLE_PRECISION_PERF_RATIO, device));
    }

    private static int attribute(int which, CUdevice device) {
        int[] value = {0};
        check(JCudaDriver.cuDeviceGetAttribute(value, which, device), "cuDeviceGetAttribute " + which);
        return value[0];
    }

    /// C text.
    private static String text(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.UTF_8);
        int end = all.indexOf('\0');
        return (end < 0 ? all : all.substring(0, end)).strip();
    }

    /// Takes the card's primary context, compiles the kernels for it and pins the memory that copies go through.
    private void load() {
        CUcontext context = new CUcontext();
        check(JCudaDriver.cuDevicePrimaryCtxRetain(context, device), "cuDevicePrimaryCtxRetain");
        try {
            check(JCudaDriver.cuCtxSetCurrent(context), "cuCtxSetCurrent");
            byte[] image = (ptx.text() + '\0').getBytes(StandardCharsets.UTF_8);
            byte[] log = new byte[JIT_LOG_BYTES];
            JITOptions options = new JITOptions();
            options.putBytes(CUjit_option.CU_JIT_ERROR_LOG_BUFFER, log);
            options.putInt(CUjit_option.CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES, log.length);
            int code = JCudaDriver.cuModuleLoadDataJIT(module, Pointer.to(image), options);
            check(code, "compiling the kernels" + (text(log).isEmpty() ? "" : " (" + oneLine(text(log)) + ")"));
            isCompiled = true;
            check(JCudaDriver.cuMemAllocHost(pinned, STAGING_BYTES), "cuMemAllocHost of " + STAGING_BYTES + " bytes");
            staging = pinned.getByteBuffer(0, STAGING_BYTES);
        } catch (GpuException e) {
            close();
            throw e;
        }
    }

    private static String oneLine(String text) {
        return String.join(
                "; ",
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    public GpuInfo info() {
        return info;
    }

    /// What is free now, other programs considered.
    public Memory memory() {
        own();
        long[] free = {0};
        long[] total = {0};
        check(JCudaDriver.cuMemGetInfo(free, total), "cuMemGetInfo");
        return new Memory(free[0], total[0]);
    }

    /// Takes memory; what lies in it is anything.
    ///
    /// @throws GpuException [GpuException#isOutOfMemory] if there is not enough
    public Buffer alloc(long bytes) {
        own();
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must not be negative: " + bytes);
        }
        Buffer buffer = new Buffer(bytes);
        check(JCudaDriver.cuMemAlloc(buffer.pointer, Math.max(8L, bytes)), "cuMemAlloc of " + bytes + " bytes");
        buffers.add(buffer);
        return buffer;
    }

    public Buffer alloc(double[] values) {
        return filled(MemorySegment.ofArray(values));
    }

    public Buffer alloc(long[] values) {
        return filled(MemorySegment.ofArray(values));
    }

    public Buffer alloc(int[] values) {
        return filled(MemorySegment.ofArray(values));
    }

    /// Takes memory and copies all of the values to it.
    public Buffer filled(MemorySegment values) {
        Buffer buffer = alloc(values.byteSize());
        upload(values, buffer, 0);
        return buffer;
    }

    /// Gives memory back, after the launches that may use it.
    public void free(Buffer buffer) {
        mine(buffer);
        buffers.remove(buffer);
        check(JCudaDriver.cuMemFree(buffer.pointer), "cuMemFree of " + buffer.bytes + " bytes");
    }

    /// Copies all of the segment to the card, to where `at` bytes of the buffer precede. Arrays are copied as
    /// `MemorySegment.ofArray`, parts of them as its slices.
    public void upload(MemorySegment from, Buffer to, long at) {
        within(to, at, from.byteSize());
        for (long done = 0; done < from.byteSize(); done += STAGING_BYTES) {
            long bytes = Math.min(STAGING_BYTES, from.byteSize() - done);
            MemorySegment.copy(from, done, MemorySegment.ofBuffer(staging), 0, bytes);
            CUdeviceptr place = to.pointer.withByteOffset(at + done);
            check(JCudaDriver.cuMemcpyHtoD(place, pinned, bytes), "cuMemcpyHtoD of " + bytes + " bytes");
        }
    }

    /// Fills all of the segment from the card, from where `at` bytes of the buffer precede.
    public void download(Buffer from, long at, MemorySegment to) {
        within(from, at, to.byteSize());
        for (long done = 0; done < to.byteSize(); done += STAGING_BYTES) {
            long bytes = Math.min(STAGING_BYTES, to.byteSize() - done);
            CUdeviceptr place = from.pointer.withByteOffset(at + done);
            check(JCudaDriver.cuMemcpyDtoH(pinned, place, bytes), "cuMemcpyDtoH of " + bytes + " bytes");
            MemorySegment.copy(MemorySegment.ofBuffer(staging), 0, to, done, bytes);
        }
    }

    /// Starts `n` threads of a kernel and returns at once. What goes wrong on the card shows at the next [#sync],
    /// copy or launch.
    ///
    /// @param entry     such as `TradeKernel_run`
    /// @param arguments what the kernel takes after `tid` and `n`: a [Buffer] for an array, or a number
    /// @throws IllegalArgumentException if they are not those of the kernel
    public void launch(String entry, int n, Object... arguments) {
        own();
        if (n < 1) {
            throw new IllegalArgumentException("a launch needs at least one thread: " + n);
        }
        Kernel kernel = kernel(entry);
        List<Integer> sizes = kernel.parameterSizes;
        if (sizes.size() != arguments.length + 1) {
            throw new IllegalArgumentException(
                    "%s takes %d arguments after n, not %d".formatted(entry, sizes.size() - 1, arguments.length));
        }
        NativePointerObject[] values = new NativePointerObject[sizes.size()];
        values[0] = Pointer.to(new int[] {n});
        for (int i = 0; i < arguments.length; i++) {
            values[i + 1] = argument(entry, i, arguments[i], sizes.get(i + 1));
        }
        int grid = Math.ceilDiv(n, BLOCK);
        check(
                JCudaDriver.cuLaunchKernel(kernel.function, grid, 1, 1, BLOCK, 1, 1, 0, null, Pointer.to(values), null),
                "launch of " + entry + " with " + n + " threads");
    }

    private Pointer argument(String entry, int place, Object value, int bytes) {
        return switch (value) {
            case Buffer buffer when bytes == Long.BYTES -> Pointer.to(mine(buffer).pointer);
            case Integer number when bytes == Integer.BYTES -> Pointer.to(new int[] {number});
            case Long number when bytes == Long.BYTES -> Pointer.to(new long[] {number});
            case Double number when bytes == Double.BYTES -> Pointer.to(new double[] {number});
            default ->
                throw new IllegalArgumentException("argument %d of %s after n has %d bytes and cannot be %s"
                        .formatted(place, entry, bytes, value));
        };
    }

    private Kernel kernel(String entry) {
        return kernels.computeIfAbsent(entry, name -> {
            List<Integer> sizes = ptx.parameterSizes(name);
            CUfunction function = new CUfunction();
            check(JCudaDriver.cuModuleGetFunction(function, module, name), "cuModuleGetFunction of " + name);
            return new Kernel(function, sizes);
        });
    }

    /// Waits until everything that was launched is done.
    public void sync() {
        own();
        check(JCudaDriver.cuCtxSynchronize(), "cuCtxSynchronize");
    }

    /// Gives back all memory and the card; works on a card that has failed too.
    @Override
    public void close() {
        own();
        // Each may fail on a card that is lost; the driver frees everything with the context.
        buffers.forEach(buffer -> JCudaDriver.cuMemFree(buffer.pointer));
        buffers.clear();
        if (staging.isDirect()) {
            JCudaDriver.cuMemFreeHost(pinned);
        }
        if (isCompiled) {
            JCudaDriver.cuModuleUnload(module);
        }
        JCudaDriver.cuCtxSetCurrent(new CUcontext());
        JCudaDriver.cuDevicePrimaryCtxRelease(device);
    }

    private void own() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("card " + info + " belongs to thread " + owner.getName() + ", not "
                    + Thread.currentThread().getName());
        }
    }

    private Buffer mine(Buffer buffer) {
        own();
        if (!buffers.contains(buffer)) {
            throw new IllegalStateException(
                    "a buffer of %d bytes was freed before, or is another card's".formatted(buffer.bytes));
        }
        return buffer;
    }

    private void within(Buffer buffer, long at, long bytes) {
        mine(buffer);
        if (at < 0 || bytes > buffer.bytes - at) {
            throw new IndexOutOfBoundsException(
                    "%d bytes at %d do not lie within a buffer of %d".formatted(bytes, at, buffer.bytes));
        }
    }

    private static void check(int code, String call) {
        if (code != CUresult.CUDA_SUCCESS) {
            throw new GpuException(CUresult.stringFor(code), code, call);
        }
    }
}
