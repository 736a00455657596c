package aiquant.gpu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "aiquant.gpu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /// Another way to the driver is another version of one class.
    @ArchTest
    static final ArchRule TALKS_TO_THE_DRIVER_IN_ONE_CLASS = noClasses()
            .that()
            .doNotBelongToAnyOf(GpuDevice.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jcuda..");
}
