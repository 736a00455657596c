package aiquant.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.app.DesktopEntryPoint;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// What the workstation may know, and where.
@AnalyzeClasses(packages = "aiquant.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> ENGINES_INSIDE = describe(
            "the inside of another module",
            type -> type.getPackageName().startsWith("aiquant.")
                    && !type.getPackageName().startsWith("aiquant.desktop")
                    && !type.getPackageName().equals("aiquant.engine")
                    && !type.getPackageName().equals("aiquant.money")
                    && !type.getPackageName().equals("aiquant.kernel.market")
                    && !type.getName().equals("aiquant.engine.risk.KillLevel"));

    private static final DescribedPredicate<JavaClass> WINDOW = describe(
            "a window",
            type -> type.isAssignableTo("javafx.stage.Window") && !type.isAssignableTo("javafx.scene.control.Tooltip"));

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_ENGINES_INTERFACE =
            noClasses().should().dependOnClassesThat(ENGINES_INSIDE);

    @ArchTest
    static final ArchRule ONE_CLASS_OPENS_WINDOWS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("aiquant.desktop.app.Windows")
            .should()
            .callConstructorWhere(describe("makes a window", call -> WINDOW.test(call.getTargetOwner())));

    @ArchTest
    static final ArchRule MODELS_AND_PRESENTERS_NEED_NO_TOOLKIT = noClasses()
            .that()
            .haveSimpleNameEndingWith("Presenter")
            .or()
            .haveSimpleNameEndingWith("State")
            .or()
            .haveSimpleNameEndingWith("Line")
            .and()
            .haveSimpleNameNotStartingWith("Spark")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.animation..", "javafx.application..");

    @ArchTest
    static final ArchRule FIGURES_STAND_ALONE = classes()
            .that()
            .resideInAPackage("aiquant.desktop.figures")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "aiquant.desktop.figures", "aiquant.money", "org.jspecify..");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        List<String> unmarked = all.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(found -> found.getName())
                .toList();

        assertThat(unmarked).isEmpty();
    }

    @ArchTest
    static void theEntryPointIsFoundAsAService(JavaClasses all) {
        assertThat(all.contain(DesktopEntryPoint.class)).isTrue();
        assertThat(java.util.ServiceLoader.load(aiquant.engine.EntryPoint.class))
                .singleElement()
                .isInstanceOf(DesktopEntryPoint.class);
    }
}
