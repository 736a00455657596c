package aiquant.config;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "aiquant.config", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule READS_THE_ENVIRONMENT_IN_ONE_CLASS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Environment.class.getName())
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(ProcessBuilder.class, "environment");

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_KERNEL = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "aiquant.config..",
                    "aiquant.kernel..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.yaml.snakeyaml..",
                    "org.jspecify..");
}
