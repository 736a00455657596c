package aiquant.gpu.translator;

import aiquant.gpu.translator.Code.DeviceClass;
import com.sun.source.tree.VariableTree;
import javax.lang.model.type.TypeMirror;

/// Sizes of structs as every C++ compiler for x86-64 and CUDA lays them out.
final class Layout {

    private Layout() {}

    static int bytes(Code code, TypeMirror type) {
        return code.struct(type)
                .map(struct -> bytes(code, struct))
                .orElseGet(() -> code.kind(type).bytes());
    }

    static int bytes(Code code, DeviceClass struct) {
        int offset = 0;
        int widest = 1;
        for (VariableTree field : Code.fields(struct, false)) {
            int bytes = Math.max(1, code.kind(field).bytes());
            offset = aligned(offset, bytes) + bytes;
            widest = Math.max(widest, bytes);
        }
        return aligned(offset, widest);
    }

    static int aligned(int offset, int bytes) {
        return (offset + bytes - 1) / bytes * bytes;
    }
}
