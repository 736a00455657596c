package aiquant.gpu;

/// A call to the driver failed on a card that worked before.
public final class GpuException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int OUT_OF_MEMORY = 2;

    private final String name;
    private final int code;
    private final String call;

    /// @param name as the driver's manual spells it, such as `CUDA_ERROR_OUT_OF_MEMORY`
    /// @param call what was asked for, with its sizes
    public GpuException(String name, int code, String call) {
        super(call + " failed with " + name + " (" + code + ")");
        this.name = name;
        this.code = code;
        this.call = call;
    }

    public String name() {
        return name;
    }

    public int code() {
        return code;
    }

    public String call() {
        return call;
    }

    /// Less memory may do; nothing else is lost. Anything else is the end of this device: close it.
    public boolean isOutOfMemory() {
        return code == OUT_OF_MEMORY;
    }
}
