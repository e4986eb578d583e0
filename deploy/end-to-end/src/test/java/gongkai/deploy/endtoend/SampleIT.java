package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.Bureau.figures;
import static gongkai.deploy.endtoend.Bureau.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.local.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job, on the real report's figures. */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
class SampleIT {

    private final Bureau bureau;

    SampleIT(Platform platform) {
        bureau = Bureau.reporting(platform, "sample-2018");
    }

    @BeforeAll
    void twenty_one_units_report_and_the_bureau_publishes() {
        bureau.openCollection();
        bureau.submitAll();
        bureau.awaitEveryUnitCounted();
        bureau.publish();
    }

    @Test
    void all_58_published_figures_are_those_of_the_real_report() {
        JsonNode report = json(bureau.report());

        assertThat(figures(report.path("values")))
                .hasSize(58)
                .isEqualTo(bureau.sample().expected());
    }

    @Test
    void the_report_says_whose_it_is_what_it_tells_and_what_it_rests_on() {
        JsonNode report = json(bureau.report());

        assertThat(report.path("edition").asInt()).isEqualTo(1);
        assertThat(report.path("bureau")).isEqualTo(bureau.sample().collection().path("bureau"));
        assertThat(report.path("period")).isEqualTo(bureau.sample().collection().path("period"));
        assertThat(report.path("narrative")).hasSize(13);
        assertThat(report.at("/narrative/1/text").asText()).startsWith("全年主动公开政府信息 75条，");
        assertThat(report.path("declarations")).hasSize(9);
        assertThat(report.at("/steps/approved/by").asText()).isEqualTo("局长办公会");
        assertThat(report.path("provenance").path("units"))
                .hasSize(21)
                .allSatisfy(unit -> assertThat(unit.path("revision").asInt()).isEqualTo(1));
        assertThat(report.path("figures"))
                .hasSize(58)
                .allSatisfy(figure ->
                        assertThat(figure.path("label").path("zh").asText()).isNotBlank());
    }

    @Test
    void sending_the_same_submissions_again_changes_no_total() {
        JsonNode before = bureau.totals();

        bureau.submitAll();

        assertThat(bureau.totals()).isEqualTo(before);
        assertThat(bureau.recount().path("equal").asBoolean()).isTrue();
        assertThat(bureau.contributions("1.1")).hasSize(21);
    }
}
