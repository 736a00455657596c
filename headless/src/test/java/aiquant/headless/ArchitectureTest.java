package aiquant.headless;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "aiquant.headless", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /// The workstation is found through the entry point's service, never by name.
    @ArchTest
    static final ArchRule KNOWS_NO_WORKSTATION =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx..", "aiquant.desktop..");

    @ArchTest
    static final ArchRule DECIDES_NOTHING_ITSELF = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("aiquant.kernel.decision", "aiquant.kernel.indicator");

    @ArchTest
    static final ArchRule READS_THE_ENVIRONMENT_THROUGH_THE_CONFIGURATION = noClasses()
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule MAKES_NO_EXACT_NUMBER_FROM_BINARY_DIGITS =
            noClasses().should().callConstructor(BigDecimal.class, double.class);

    @ArchTest
    static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("aiquant.headless.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ON_EACH_OTHER_ONE_WAY =
            slices().matching("aiquant.headless.(**)").should().beFreeOfCycles();

    @ArchTest
    static void marksEveryPackageAsFreeOfNulls(JavaClasses classes) {
        assertThat(classes)
                .allSatisfy(one -> assertThat(one.getPackage().isAnnotatedWith(NullMarked.class))
                        .as("@NullMarked on package %s", one.getPackageName())
                        .isTrue());
    }
}
