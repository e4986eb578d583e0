package gongkai.chassis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "gongkai.chassis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final long MAX_CLASSES = 25;

    private static final DescribedPredicate<JavaClass> OF_GONGKAI = JavaClass.Predicates.resideInAPackage("gongkai..");

    @ArchTest
    static final ArchRule the_chassis_knows_no_service = classes()
            .should()
            .onlyDependOnClassesThat(
                    JavaClass.Predicates.resideInAPackage("gongkai.chassis..").or(DescribedPredicate.not(OF_GONGKAI)));

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("gongkai.chassis.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule resources_are_reached_over_http_only =
            classes().that().areAnnotatedWith(Path.class).should().notBePublic();

    @ArchTest
    static void no_package_has_more_than_25_classes(JavaClasses all) {
        var sizes = all.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getPackageName, counting()));
        assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(MAX_CLASSES));
    }
}
