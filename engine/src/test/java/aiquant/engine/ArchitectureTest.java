package aiquant.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "aiquant.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule SHOWS_NOTHING_AND_KNOWS_NO_SIMULATOR = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "aiquant.engine..",
                    "aiquant.kernel..",
                    "aiquant.money",
                    "aiquant.config",
                    "aiquant.sidecar.store",
                    "aiquant.sidecar.wire",
                    "aiquant.exchange..",
                    "com.fasterxml.jackson..",
                    "com.google.common..",
                    "org.sqlite..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule READS_NO_ENVIRONMENT = noClasses()
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    /// Only the figures of a report print the exact binary value.
    @ArchTest
    static final ArchRule PRINTS_BINARY_DIGITS_IN_ONE_CLASS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("aiquant.engine.research.Figures")
            .should()
            .callConstructor(BigDecimal.class, double.class);

    /// What the kernel decided in doubles becomes exact where an order is sized, where a model fills it, and where the
    /// kernel's own books are written down. Quotes travel as doubles through the sidecar and become decimals again
    /// where they arrive.
    @ArchTest
    static final ArchRule MAKES_EXACT_NUMBERS_FROM_DOUBLES_IN_FOUR_CLASSES = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("aiquant.engine.order.OrderSizer")
            .and()
            .doNotHaveFullyQualifiedName("aiquant.engine.venue.PaperVenue")
            .and()
            .doNotHaveFullyQualifiedName("aiquant.engine.Usds")
            .and()
            .doNotHaveFullyQualifiedName("aiquant.engine.feed.QuoteReading")
            .should()
            .callMethod(BigDecimal.class, "valueOf", double.class);

    /// A fill goes back to the kernel through one class; the others start a run with its balance, value a portfolio or
    /// measure a loss against its limit, and book nothing with the result. Candles of the exchange become doubles
    /// like all market data for decisions, trades of a ledger where they are held against those of a replay.
    @ArchTest
    static final ArchRule MAKES_DOUBLES_FROM_EXACT_NUMBERS_WHERE_THEY_ARE_ONLY_READ = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("aiquant.engine.venue.VenueFill")
            .and()
            .doNotHaveFullyQualifiedName("aiquant.engine.Book")
            .and()
            .doNotHaveFullyQualifiedName("aiquant.engine.Engine")
            .and()
            .doNotHaveFullyQualifiedName("aiquant.engine.portfolio.Portfolio")
            .and()
            .doNotHaveFullyQualifiedName("aiquant.engine.risk.RiskWindows")
            .and()
            .doNotHaveFullyQualifiedName("aiquant.engine.feed.CandleSources")
            .and()
            .resideOutsideOfPackage("aiquant.engine.shadow")
            .should()
            .callMethod(Price.class, "toDouble")
            .orShould()
            .callMethod(Quantity.class, "toDouble")
            .orShould()
            .callMethod(Usd.class, "toDouble")
            .orShould()
            .callMethod(BigDecimal.class, "doubleValue");

    @ArchTest
    static final ArchRule LEDGER_FEED_PORTFOLIO_AND_RESEARCH_STAND_ALONE = noClasses()
            .that()
            .resideInAnyPackage(
                    "aiquant.engine.ledger",
                    "aiquant.engine.feed",
                    "aiquant.engine.portfolio",
                    "aiquant.engine.research")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "aiquant.engine",
                    "aiquant.engine.fact",
                    "aiquant.engine.order",
                    "aiquant.engine.risk",
                    "aiquant.engine.venue");

    @ArchTest
    static final ArchRule ONLY_THE_LOOP_KNOWS_VENUES = noClasses()
            .that()
            .resideOutsideOfPackages("aiquant.engine", "aiquant.engine.venue")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("aiquant.engine.venue");

    @ArchTest
    static final ArchRule A_VENUE_CANNOT_REACH_THE_RISK_GATE = noClasses()
            .that()
            .resideInAPackage("aiquant.engine.venue")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("aiquant.engine.risk", "aiquant.engine.ledger", "aiquant.engine.fact");

    @ArchTest
    static void marksEveryPackageAsFreeOfNulls(JavaClasses classes) {
        assertThat(classes)
                .allSatisfy(one -> assertThat(one.getPackage().isAnnotatedWith(NullMarked.class))
                        .as("@NullMarked on package %s", one.getPackageName())
                        .isTrue());
    }
}
