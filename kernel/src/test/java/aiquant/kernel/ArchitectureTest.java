package aiquant.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "aiquant.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /// The listed packages hold no files, sockets, threads, loggers, dates or clocks.
    @ArchTest
    static final ArchRule NEEDS_ONLY_THE_PURE_PART_OF_JAVA_BASE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "aiquant.kernel..",
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.constant",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.lang.runtime",
                    "java.math",
                    "java.nio.charset",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule ASKS_NEITHER_CLOCK_NOR_MACHINE_NOR_CHANCE = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Runtime.class, ProcessBuilder.class, Random.class, UUID.class)
            .orShould()
            .callMethod(Math.class, "random");

    /// Copying arrays is the one thing of [System] that neither asks nor changes the world.
    @ArchTest
    static final ArchRule CALLS_THE_SYSTEM_ONLY_TO_COPY = noClasses()
            .should()
            .callMethodWhere(target(owner(equivalentTo(System.class))).and(target(not(name("arraycopy")))))
            .orShould()
            .accessFieldWhere(target(owner(equivalentTo(System.class))));

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ON_EACH_OTHER_ONE_WAY =
            slices().matching("aiquant.kernel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RULES_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage("aiquant.kernel.rule")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("aiquant.kernel.rule", "java.lang..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule A_BACKTEST_NEEDS_NO_DECISIONS = noClasses()
            .that()
            .resideInAPackage("aiquant.kernel.backtest")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("aiquant.kernel.decision");

    /// Only the sentences of the trade log print the exact binary value.
    @ArchTest
    static final ArchRule TURNS_DOUBLES_INTO_DECIMALS_IN_ONE_CLASS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("aiquant.kernel.backtest.ReasonText")
            .should()
            .callConstructor(BigDecimal.class, double.class);

    @ArchTest
    static void marksEveryPackageAsFreeOfNulls(JavaClasses classes) {
        for (JavaClass one : classes) {
            assertThat(one.getPackageName().isEmpty() || one.getPackage().isAnnotatedWith(NullMarked.class))
                    .as("@NullMarked on package %s", one.getPackageName())
                    .isTrue();
        }
    }

    @Test
    void runsOnTheJavaItIsWrittenFor() {
        assertThat(Runtime.version().feature()).isEqualTo(25);
    }
}
