package aiquant.sidecar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "aiquant.sidecar", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theSidecarKnowsNeitherEngineNorSimulator = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "aiquant.sidecar..",
                    "aiquant.exchange..",
                    "aiquant.config..",
                    "aiquant.kernel..",
                    "java..",
                    "jdk.net",
                    "com.fasterxml.jackson..",
                    "org.sqlite..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theSidecarHoldsNoKey = classes()
            .that()
            .resideInAPackage("aiquant.sidecar")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("aiquant.exchange.signing..");
}
