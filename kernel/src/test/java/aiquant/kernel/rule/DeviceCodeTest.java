package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.reflect.AccessFlag;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the compiled classes show of the subset of Java that also becomes CUDA. The translator sees the rest.
class DeviceCodeTest {
    private static final String MARK = "Laiquant/kernel/rule/DeviceCode;";
    private static final Set<String> INTRINSICS = Set.of(
            "java/lang/Math.abs",
            "java/lang/Math.sqrt",
            "java/lang/Math.floor",
            "java/lang/Math.ceil",
            "java/lang/Math.rint",
            "java/lang/Math.fma",
            "java/lang/Double.isNaN",
            "java/lang/Double.doubleToLongBits",
            "java/lang/Double.longBitsToDouble");

    /// Equal on both sides too, but of NaN and a number they give NaN, where rules want the number: `Num` has those.
    private static final Set<String> NOT_IN_RULES =
            Set.of("java/lang/Math.max", "java/lang/Math.min", "java/lang/Long.numberOfTrailingZeros");

    private final Map<String, ClassModel> classes = marked();
    private final List<String> violations = new ArrayList<>();

    @Test
    void coversTheRules() {
        assertThat(classes.keySet())
                .contains("aiquant/kernel/rule/Exits", "aiquant/kernel/rule/Num", "aiquant/kernel/rule/RuleParams")
                .hasSizeGreaterThan(25);
    }

    @Test
    void declaresOnlyFinalClassesOfStaticMethodsAndPlainFields() {
        for (ClassModel one : classes.values()) {
            String name = one.thisClass().asInternalName();
            require(one.flags().has(AccessFlag.FINAL), name, "is not final");
            require(one.superclass().orElseThrow().asInternalName().equals("java/lang/Object"), name, "extends");
            require(one.interfaces().isEmpty(), name, "implements an interface");
            one.fields().forEach(field -> checkField(name, field));
            Set<String> methods = new HashSet<>();
            for (MethodModel method : one.methods()) {
                String place = name + "." + method.methodName().stringValue();
                require(methods.add(place), place, "is overloaded");
                checkSignature(place, method);
            }
        }

        assertThat(violations).isEmpty();
    }

    @Test
    void usesNothingThatHasNoCounterpartOnTheDevice() {
        for (ClassModel one : classes.values()) {
            for (MethodModel method : one.methods()) {
                String place = one.thisClass().asInternalName() + "."
                        + method.methodName().stringValue();
                method.code().ifPresent(code -> checkCode(place, isConstructor(method), code.elementList()));
            }
        }

        assertThat(violations).isEmpty();
    }

    @Test
    void neverComesBackToAMethodThatIsUnderWay() {
        Map<String, Set<String>> calls = calls();

        for (String start : calls.keySet()) {
            Set<String> reached = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(calls.get(start));
            while (!open.isEmpty()) {
                String next = open.pop();
                if (reached.add(next)) {
                    open.addAll(calls.getOrDefault(next, Set.of()));
                }
            }
            require(!reached.contains(start), start, "calls itself");
        }

        assertThat(violations).isEmpty();
    }

    private void checkField(String name, FieldModel field) {
        String place = name + "." + field.fieldName().stringValue();
        require(isDeviceType(field.fieldType().stringValue()), place, "has a type without counterpart");
        if (field.flags().has(AccessFlag.STATIC)) {
            boolean isConstant = field.elementStream().anyMatch(ConstantValueAttribute.class::isInstance);
            require(field.flags().has(AccessFlag.FINAL) && isConstant, place, "is static and no constant");
        } else {
            require(field.flags().has(AccessFlag.PUBLIC), place, "is not public");
            require(!field.flags().has(AccessFlag.FINAL), place, "is final");
        }
    }

    private void checkSignature(String place, MethodModel method) {
        if (isConstructor(method)) {
            require(method.methodType().stringValue().equals("()V"), place, "takes arguments");
            return;
        }
        require(method.flags().has(AccessFlag.STATIC), place, "is no static method");
        method.methodTypeSymbol().parameterList().forEach(type -> {
            String text = type.isArray() ? type.componentType().descriptorString() : type.descriptorString();
            require(isDeviceType(text) || isMarked(text), place, "takes a " + text);
        });
        String returned = method.methodTypeSymbol().returnType().descriptorString();
        require(returned.equals("V") || isDeviceType(returned), place, "returns a " + returned);
    }

    private void checkCode(String place, boolean isConstructor, List<CodeElement> elements) {
        Optional<Instruction> before = Optional.empty();
        for (CodeElement element : elements) {
            if (element instanceof ExceptionCatch) {
                require(false, place, "catches");
            }
            if (element instanceof Instruction instruction) {
                checkInstruction(place, isConstructor, instruction, before);
                before = Optional.of(instruction);
            }
        }
    }

    private void checkInstruction(
            String place, boolean isConstructor, Instruction instruction, Optional<Instruction> before) {
        switch (instruction) {
            case InvokeInstruction call -> checkCall(place, isConstructor, call);
            case FieldInstruction access ->
                require(
                        isMarked("L" + access.owner().asInternalName() + ";") && access.opcode() != Opcode.PUTSTATIC,
                        place,
                        "touches " + access.owner().asInternalName() + "."
                                + access.name().stringValue());
            case ConstantInstruction constant ->
                require(
                        constant.typeKind() != TypeKind.FLOAT && constant.typeKind() != TypeKind.REFERENCE,
                        place,
                        "holds the constant " + constant.constantValue());
            case NewObjectInstruction made ->
                require(isMarked("L" + made.className().asInternalName() + ";"), place, "makes an object");
            case NewPrimitiveArrayInstruction _ ->
                require(before.orElseThrow() instanceof ConstantInstruction, place, "sizes an array at run time");
            case OperatorInstruction operator -> checkOperator(place, operator, before);
            case ConvertInstruction convert ->
                require(
                        isNumber(convert.fromType()) && isNumber(convert.toType()),
                        place,
                        "converts to " + convert.toType());
            case LoadInstruction load -> require(load.typeKind() != TypeKind.FLOAT, place, "loads a float");
            case StoreInstruction store -> require(store.typeKind() != TypeKind.FLOAT, place, "stores a float");
            case ArrayLoadInstruction load ->
                require(load.typeKind() != TypeKind.FLOAT, place, "loads a float from an array");
            case ArrayStoreInstruction store ->
                require(store.typeKind() != TypeKind.FLOAT, place, "stores a float in an array");
            default -> require(isPlain(instruction.opcode()), place, "uses " + instruction.opcode());
        }
    }

    private void checkCall(String place, boolean isConstructor, InvokeInstruction call) {
        String target = call.owner().asInternalName() + "." + call.name().stringValue();
        boolean isSuper = isConstructor && target.equals("java/lang/Object.<init>");
        boolean isOwn = isMarked("L" + call.owner().asInternalName() + ";")
                && (call.opcode() == Opcode.INVOKESTATIC || call.opcode() == Opcode.INVOKESPECIAL);
        boolean isExact = INTRINSICS.contains(target)
                || (NOT_IN_RULES.contains(target) && !place.startsWith("aiquant/kernel/rule/"));
        require(isSuper || isOwn || isExact, place, "calls " + target);
    }

    /// Integers are divided only by a positive constant, doubles have no remainder.
    private void checkOperator(String place, OperatorInstruction operator, Optional<Instruction> before) {
        switch (operator.opcode()) {
            case IDIV, LDIV, IREM, LREM ->
                require(
                        before.orElseThrow() instanceof ConstantInstruction constant
                                && constant.constantValue() instanceof Number divisor
                                && divisor.longValue() > 0,
                        place,
                        "divides by what may be zero");
            case DREM, ARRAYLENGTH -> require(false, place, "uses " + operator.opcode());
            default -> require(operator.typeKind() != TypeKind.FLOAT, place, "uses " + operator.opcode());
        }
    }

    private static boolean isPlain(Opcode opcode) {
        return switch (opcode.kind()) {
            case BRANCH -> !opcode.name().contains("ACMP") && !opcode.name().contains("NULL");
            case RETURN -> opcode != Opcode.ARETURN && opcode != Opcode.FRETURN;
            case LOOKUP_SWITCH, TABLE_SWITCH, INCREMENT, STACK, NOP -> true;
            default -> false;
        };
    }

    private static boolean isNumber(TypeKind type) {
        return type == TypeKind.INT || type == TypeKind.LONG || type == TypeKind.DOUBLE;
    }

    private static boolean isDeviceType(String descriptor) {
        return Set.of("Z", "I", "J", "D").contains(descriptor);
    }

    private boolean isMarked(String descriptor) {
        return descriptor.startsWith("L") && classes.containsKey(descriptor.substring(1, descriptor.length() - 1));
    }

    private static boolean isConstructor(MethodModel method) {
        return method.methodName().stringValue().equals("<init>");
    }

    private void require(boolean holds, String place, String violation) {
        if (!holds) {
            violations.add(place + " " + violation);
        }
    }

    private Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new TreeMap<>();
        for (ClassModel one : classes.values()) {
            for (MethodModel method : one.methods()) {
                Set<String> called = new TreeSet<>();
                method.code()
                        .ifPresent(code -> code.forEach(element -> {
                            if (element instanceof InvokeInstruction call) {
                                called.add(call.owner().asInternalName() + "."
                                        + call.name().stringValue());
                            }
                        }));
                calls.put(
                        one.thisClass().asInternalName() + "."
                                + method.methodName().stringValue(),
                        called);
            }
        }
        return calls;
    }

    private static Map<String, ClassModel> marked() {
        Map<String, ClassModel> marked = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classesFolder())) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(DeviceCodeTest::parse)
                    .filter(DeviceCodeTest::isMarked)
                    .forEach(model -> marked.put(model.thisClass().asInternalName(), model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marked;
    }

    private static Path classesFolder() {
        try {
            return Path.of(Num.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the classes under test lie nowhere", e);
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMarked(ClassModel model) {
        return model.findAttribute(Attributes.runtimeInvisibleAnnotations())
                .map(found -> found.annotations().stream()
                        .anyMatch(annotation -> annotation.className().equalsString(MARK)))
                .orElse(false);
    }
}
