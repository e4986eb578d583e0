package gongkai.publication;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "gongkai.publication", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("gongkai.publication.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_service_knows_no_other_service = noClasses()
            .that()
            .resideInAPackage("gongkai.publication..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("gongkai.submission..", "gongkai.aggregation..", "gongkai.deploy..");

    @ArchTest
    static final ArchRule kafka_is_known_to_the_chassis_alone = noClasses()
            .that()
            .resideInAPackage("gongkai.publication..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule packages_are_small = classes()
            .that()
            .resideInAPackage("gongkai.publication..")
            .and()
            .areTopLevelClasses()
            .should(beInAPackageOfAtMost(25));

    @ArchTest
    static final ArchRule a_report_does_not_know_what_is_made_of_it = noClasses()
            .that()
            .resideInAPackage("gongkai.publication.report")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "gongkai.publication.narrative",
                    "gongkai.publication.finding",
                    "gongkai.publication.draft",
                    "gongkai.publication.approval",
                    "gongkai.publication.edition");

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

    private static ArchCondition<JavaClass> beInAPackageOfAtMost(int classes) {
        return new ArchCondition<>("be in a package of at most %d classes".formatted(classes)) {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                long neighbours = one.getPackage().getClasses().stream()
                        .filter(JavaClass::isTopLevelClass)
                        .count();
                events.add(new SimpleConditionEvent(
                        one, neighbours <= classes, "%s has %d classes".formatted(one.getPackageName(), neighbours)));
            }
        };
    }
}
