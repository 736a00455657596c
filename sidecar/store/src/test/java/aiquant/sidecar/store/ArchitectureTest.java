package aiquant.sidecar.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "aiquant.sidecar.store", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theStoreKnowsOnlyTheKernelAndSqlite = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "aiquant.sidecar.store", "aiquant.kernel..", "java..", "org.sqlite..", "org.jspecify.annotations");
}
