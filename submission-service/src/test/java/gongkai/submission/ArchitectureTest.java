package gongkai.submission;

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

@AnalyzeClasses(packages = "gongkai", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("gongkai.submission.(*)..").should().beFreeOfCycles();

    /** The features that a submission consists of do not know it; the ways in and out do. */
    @ArchTest
    static final ArchRule a_submission_is_not_known_to_its_parts = noClasses()
            .that()
            .resideInAnyPackage(
                    "gongkai.submission.collection",
                    "gongkai.submission.edit",
                    "gongkai.submission.form",
                    "gongkai.submission.outlier")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gongkai.submission");

    @ArchTest
    static final ArchRule a_submission_does_not_know_the_ways_in_and_out = noClasses()
            .that()
            .resideInAPackage("gongkai.submission")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "gongkai.submission.bulk",
                    "gongkai.submission.csv",
                    "gongkai.submission.file",
                    "gongkai.submission.progress",
                    "gongkai.submission.upward",
                    "gongkai.submission.workbook");

    @ArchTest
    static final ArchRule the_service_knows_no_other_service = noClasses()
            .that()
            .resideInAPackage("gongkai.submission..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gongkai.aggregation..", "gongkai.publication..", "gongkai.deploy..");

    @ArchTest
    static final ArchRule forms_and_their_rules_need_no_framework = noClasses()
            .that()
            .resideInAPackage("gongkai.submission.form")
            .and()
            .areNotAnnotatedWith(Path.class)
            .and()
            .haveSimpleNameNotEndingWith("View")
            .and()
            .doNotHaveSimpleName("Forms")
            .and()
            .areTopLevelClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.enterprise..", "jakarta.persistence..", "jakarta.ws..", "io.quarkus..", "org.hibernate..");

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
