package aiquant.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "aiquant.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NEITHER_ENGINE_NOR_SIDECAR = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "aiquant.simulator..",
                    "aiquant.kernel..",
                    "aiquant.money",
                    "aiquant.exchange..",
                    "com.fasterxml.jackson..",
                    "com.sun.net.httpserver",
                    "org.java_websocket..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NO_PROTOCOL = noClasses()
            .that()
            .resideOutsideOfPackage("aiquant.simulator.server")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "aiquant.simulator.server", "aiquant.exchange..", "com..", "org.java_websocket..", "java.net..");

    @ArchTest
    static final ArchRule TAKES_TIME_AND_CHANCE_FROM_ITS_CALLER = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(ThreadLocalRandom.class);

    @ArchTest
    static final ArchRule MAKES_NO_EXACT_NUMBER_FROM_BINARY_DIGITS =
            noClasses().should().callConstructor(BigDecimal.class, double.class);

    @ArchTest
    static void marksEveryPackageAsFreeOfNulls(JavaClasses classes) {
        assertThat(classes)
                .allSatisfy(one -> assertThat(one.getPackage().isAnnotatedWith(NullMarked.class))
                        .as("@NullMarked on package %s", one.getPackageName())
                        .isTrue());
    }
}
