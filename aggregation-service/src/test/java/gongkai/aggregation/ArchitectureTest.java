package gongkai.aggregation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "gongkai.aggregation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("gongkai.aggregation.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_service_knows_no_other_service = noClasses()
            .that()
            .resideInAPackage("gongkai.aggregation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gongkai.submission..", "gongkai.publication..", "gongkai.deploy..");

    @ArchTest
    static final ArchRule the_arithmetic_needs_no_framework = classes()
            .that()
            .resideInAPackage("gongkai.aggregation.rollup")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "com.fasterxml.jackson.annotation", "gongkai.aggregation.rollup", "gongkai.chassis.i18n");

    @ArchTest
    static final ArchRule resources_are_reached_over_http_only =
            classes().that().areAnnotatedWith(Path.class).should().notBePublic();

    @ArchTest
    static final ArchRule entities_have_verbs_and_no_setters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameStartingWith("set");
}
