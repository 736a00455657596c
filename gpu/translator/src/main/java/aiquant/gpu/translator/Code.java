package aiquant.gpu.translator;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/// The device code of one compilation with what javac knows about it: classes by name, methods in source order, and the
/// type and the element of every tree.
final class Code {
    private final Elements elements;
    private final Map<TypeElement, DeviceClass> classes = new LinkedHashMap<>();
    private final Map<ExecutableElement, DeviceMethod> methods = new LinkedHashMap<>();
    private final IdentityHashMap<Tree, TypeMirror> types = new IdentityHashMap<>();
    private final IdentityHashMap<Tree, Element> named = new IdentityHashMap<>();

    private Code(Elements elements) {
        this.elements = elements;
    }

    /// One class marked `@DeviceCode`, or one inside such a class.
    record DeviceClass(TypeElement element, ClassTree tree, CompilationUnitTree unit) {
        String name() {
            return element.getSimpleName().toString();
        }
    }

    record DeviceMethod(DeviceClass owner, ExecutableElement element, MethodTree tree) {
        String name() {
            return owner.name() + "_" + element.getSimpleName();
        }

        VariableElement parameter(int index) {
            return element.getParameters().get(index);
        }
    }

    static Code of(Trees trees, Elements elements, Collection<CompilationUnitTree> units) {
        Code code = new Code(elements);
        units.stream()
                .sorted(Comparator.comparing(unit -> unit.getSourceFile().getName()))
                .forEach(unit -> code.read(trees, unit));
        return code;
    }

    private void read(Trees trees, CompilationUnitTree unit) {
        new TreePathScanner<Void, Boolean>() {
            @Override
            public Void visitClass(ClassTree tree, Boolean isInside) {
                Element element = trees.getElement(getCurrentPath());
                boolean isDevice = isInside || isMarked(element, "DeviceCode") || hasKernel(element);
                if (isDevice && element instanceof TypeElement type) {
                    DeviceClass one = new DeviceClass(type, tree, unit);
                    classes.put(type, one);
                    tree.getMembers().forEach(member -> addMethod(trees, one, member));
                }
                return super.visitClass(tree, isDevice);
            }

            @Override
            public Void scan(Tree tree, Boolean isInside) {
                if (tree != null && isInside) {
                    TreePath path = new TreePath(getCurrentPath(), tree);
                    Optional.ofNullable(trees.getTypeMirror(path)).ifPresent(type -> types.put(tree, type));
                    Optional.ofNullable(trees.getElement(path)).ifPresent(element -> named.put(tree, element));
                }
                return super.scan(tree, isInside);
            }
        }.scan(new TreePath(unit), false);
    }

    private void addMethod(Trees trees, DeviceClass owner, Tree member) {
        if (member instanceof MethodTree method
                && trees.getElement(trees.getPath(owner.unit, method)) instanceof ExecutableElement element
                && method.getReturnType() != null) {
            methods.put(element, new DeviceMethod(owner, element, method));
        }
    }

    private static boolean hasKernel(Element type) {
        return type.getEnclosedElements().stream().anyMatch(member -> isMarked(member, "GpuKernel"));
    }

    static boolean isMarked(Element element, String annotation) {
        return mark(element, annotation).isPresent();
    }

    private static Optional<? extends AnnotationMirror> mark(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals(annotation))
                .findFirst();
    }

    /// What the parameter's `@PerThread` names: how many elements of the array each thread has.
    static Optional<String> perThread(VariableElement parameter) {
        return mark(parameter, "PerThread")
                .flatMap(mirror -> mirror.getElementValues().values().stream()
                        .findFirst()
                        .map(value -> String.valueOf(value.getValue())));
    }

    Collection<DeviceClass> classes() {
        return classes.values();
    }

    Collection<DeviceMethod> methods() {
        return methods.values();
    }

    List<DeviceMethod> methods(DeviceClass owner) {
        return methods.values().stream()
                .filter(method -> method.owner.element.equals(owner.element))
                .toList();
    }

    List<DeviceMethod> kernels() {
        return methods.values().stream()
                .filter(method -> isMarked(method.element, "GpuKernel"))
                .toList();
    }

    /// The device method a tree calls; empty for intrinsics and for what is no device code.
    Optional<DeviceMethod> called(Tree select) {
        return Optional.ofNullable(named.get(select))
                .filter(ExecutableElement.class::isInstance)
                .flatMap(element -> Optional.ofNullable(methods.get((ExecutableElement) element)));
    }

    Optional<DeviceClass> struct(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.ofNullable(classes.get(element))
                : Optional.empty();
    }

    Optional<Element> element(Tree tree) {
        return Optional.ofNullable(named.get(tree));
    }

    Optional<VariableElement> variable(Tree tree) {
        return element(tree).filter(VariableElement.class::isInstance).map(VariableElement.class::cast);
    }

    /// The value of a tree that names a compile-time constant.
    Optional<Object> constant(Tree tree) {
        return variable(tree).flatMap(variable -> Optional.ofNullable(variable.getConstantValue()));
    }

    TypeMirror type(Tree tree) {
        TypeMirror type = types.get(tree);
        if (type == null) {
            throw new IllegalStateException("javac gave no type to " + tree);
        }
        return type;
    }

    Kind kind(Tree tree) {
        TypeMirror type = types.get(tree);
        return type == null ? Kind.OTHER : kind(type);
    }

    Kind kind(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> Kind.BOOLEAN;
            case INT -> Kind.INT;
            case LONG -> Kind.LONG;
            case DOUBLE -> Kind.DOUBLE;
            case VOID -> Kind.VOID;
            case ARRAY -> Kind.ARRAY;
            case DECLARED -> struct(type).isPresent() ? Kind.STRUCT : Kind.OTHER;
            default -> Kind.OTHER;
        };
    }

    static TypeMirror component(TypeMirror array) {
        return ((ArrayType) array).getComponentType();
    }

    /// Whether javac wrote the constructor itself.
    boolean isImplicit(MethodTree constructor) {
        return element(constructor)
                .map(element -> elements.getOrigin(element) == Elements.Origin.MANDATED)
                .orElse(true);
    }

    /// Instance fields in source order.
    static List<VariableTree> fields(DeviceClass owner, boolean areStatic) {
        return owner.tree.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> field.getModifiers().getFlags().contains(Modifier.STATIC) == areStatic)
                .toList();
    }
}
