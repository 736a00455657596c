package aiquant.gpu.translator;

import aiquant.gpu.translator.Code.DeviceClass;
import aiquant.gpu.translator.Code.DeviceMethod;
import com.sun.source.tree.VariableTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/// Writes checked device code as CUDA C: prelude, constants, structs, prototypes, functions, entries.
///
/// The same Java gives the same text on every machine: classes stand in the order of their names, members in the order
/// of their source.
final class Emitter {
    private final Code code;
    private final Writes writes;
    private final CText out = new CText();
    private final List<DeviceClass> classes;

    Emitter(Code code, Writes writes) {
        this.code = code;
        this.writes = writes;
        classes = code.classes().stream()
                .sorted(Comparator.comparing(DeviceClass::name))
                .toList();
    }

    String emit() {
        out.text(prelude());
        out.line("");
        out.line("namespace kernel {");
        out.line("");
        classes.forEach(this::constants);
        classes.forEach(this::struct);
        for (DeviceClass owner : classes) {
            code.methods(owner).forEach(method -> out.line(signature(method) + ";"));
        }
        for (DeviceClass owner : classes) {
            for (DeviceMethod method : code.methods(owner)) {
                out.line("");
                out.line(signature(method) + " {");
                new StatementEmitter(code, writes, out).body(method.tree().getBody());
                out.line("}");
            }
        }
        out.line("");
        out.line("} // namespace kernel");
        code.kernels().stream().sorted(Comparator.comparing(DeviceMethod::name)).forEach(this::entry);
        return out.toString();
    }

    private static String prelude() {
        try (InputStream in = Emitter.class.getResourceAsStream("prelude.h")) {
            return new String(
                    Objects.requireNonNull(in, "prelude.h is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void constants(DeviceClass owner) {
        for (VariableTree field : Code.fields(owner, true)) {
            Object value =
                    Objects.requireNonNull(code.variable(field).orElseThrow().getConstantValue());
            out.line("static constexpr " + code.kind(field).cName() + " " + owner.name() + "_" + field.getName() + " = "
                    + CText.literal(value) + ";");
        }
    }

    private void struct(DeviceClass owner) {
        List<VariableTree> fields = Code.fields(owner, false);
        if (fields.isEmpty()) {
            return;
        }
        out.line("");
        out.line("struct " + owner.name() + " {");
        out.indent(1);
        fields.forEach(field -> out.line(
                code.kind(field).cName() + " " + CText.name(field.getName().toString()) + " = 0;"));
        out.indent(-1);
        out.line("};");
        out.line("static_assert(sizeof(" + owner.name() + ") == " + Layout.bytes(code, owner) + ", \"layout\");");
        out.line("");
    }

    private String signature(DeviceMethod method) {
        String parameters = method.element().getParameters().stream()
                .map(parameter -> parameter(parameter, ""))
                .collect(Collectors.joining(", "));
        return "KERNEL_FN " + code.kind(method.element().getReturnType()).cName() + " " + method.name() + "("
                + parameters + ")";
    }

    private String parameter(VariableElement parameter, String scope) {
        TypeMirror type = parameter.asType();
        String name = CText.name(parameter.getSimpleName().toString());
        String constant = writes.isWritten(parameter) ? "" : "const ";
        return switch (code.kind(type)) {
            case STRUCT -> constant + scope + typeName(type) + "& " + name;
            case ARRAY -> {
                TypeMirror component = Code.component(type);
                // Elements of struct arrays also travel as references, so these pointers promise nothing.
                yield code.kind(component) == Kind.STRUCT
                        ? constant + scope + typeName(component) + "* " + name
                        : constant + typeName(component) + "* KERNEL_RESTRICT " + name;
            }
            default -> typeName(type) + " " + name;
        };
    }

    private String typeName(TypeMirror type) {
        return code.struct(type)
                .map(DeviceClass::name)
                .orElseGet(() -> code.kind(type).cName());
    }

    /// One launchable function, its description for whoever launches it, and its loop for the processor.
    private void entry(DeviceMethod kernel) {
        List<? extends VariableElement> given = kernel.element()
                .getParameters()
                .subList(1, kernel.element().getParameters().size());
        String name = kernel.name();
        String threads = CText.name(given.getFirst().getSimpleName().toString());
        out.line("");
        out.line("// entry " + name + ": " + given.stream().map(this::described).collect(Collectors.joining(", ")));
        out.line("extern \"C\" __global__ void " + name + "("
                + given.stream().map(one -> parameter(one, "kernel::")).collect(Collectors.joining(", ")) + ") {");
        out.line("    const int tid = (int) (blockIdx.x * blockDim.x + threadIdx.x);");
        out.line("    if (tid < " + threads + ") {");
        out.line("        kernel::" + name + "(tid, "
                + given.stream().map(Emitter::argument).collect(Collectors.joining(", ")) + ");");
        out.line("    }");
        out.line("}");
        out.line("#ifdef KERNEL_HOST");
        out.line("extern \"C\" void " + name + "_launch(unsigned grid, unsigned block, void** args) {");
        out.line("    host_launch(grid, block, [&] {");
        out.line("        " + name + "(");
        for (int i = 0; i < given.size(); i++) {
            String end = i + 1 < given.size() ? "," : ");";
            out.line("            *(" + pointer(given.get(i).asType()) + ") args[" + i + "]" + end);
        }
        out.line("    });");
        out.line("}");
        out.line("#endif");
    }

    /// `double[] cfg`, or `Position[] positions * symbols (104 bytes)` for what each thread has its own of.
    private String described(VariableElement parameter) {
        TypeMirror type = parameter.asType();
        boolean isArray = code.kind(type) == Kind.ARRAY;
        TypeMirror component = isArray ? Code.component(type) : type;
        String own = Code.perThread(parameter)
                .map(length -> " * " + length + " (" + Layout.bytes(code, component) + " bytes)")
                .orElse("");
        return typeName(component) + (isArray ? "[] " : " ") + parameter.getSimpleName() + own;
    }

    private static String argument(VariableElement parameter) {
        String name = CText.name(parameter.getSimpleName().toString());
        return Code.perThread(parameter)
                .map(length -> name + " + (size_t) tid * " + CText.name(length))
                .orElse(name);
    }

    private String pointer(TypeMirror type) {
        if (code.kind(type) != Kind.ARRAY) {
            return typeName(type) + "*";
        }
        TypeMirror component = Code.component(type);
        return (code.kind(component) == Kind.STRUCT ? "kernel::" : "") + typeName(component) + "**";
    }
}
