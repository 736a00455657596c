package aiquant.money;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "aiquant.money", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NEEDS_ONLY_DECIMALS = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "aiquant.money",
                    "java.lang",
                    "java.lang.runtime",
                    "java.lang.invoke",
                    "java.math",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule MAKES_NO_EXACT_NUMBER_FROM_A_DOUBLE = noClasses()
            .should()
            .callConstructor(BigDecimal.class, double.class)
            .orShould()
            .callMethod(BigDecimal.class, "valueOf", double.class);

    @ArchTest
    static void marksItsPackageAsFreeOfNulls(JavaClasses classes) {
        assertThat(classes.getPackage("aiquant.money").isAnnotatedWith(NullMarked.class))
                .isTrue();
    }
}
