package gongkai.deploy.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The sample is itself right: each unit could have sent its figures, and together they are the report's. */
class SampleTest {

    private static final Path REPOSITORY = Path.of("../..");

    private final Sample sample = Sample.read(new ProjectLayout(REPOSITORY).sample());

    @Test
    void the_roster_is_the_reports_own_by_kind() {
        var byKind = stream(sample.collection().path("units"))
                .collect(groupingBy(unit -> unit.path("kind").asText(), counting()));

        assertThat(byKind).isEqualTo(Map.of("科室", 5L, "法律援助中心", 1L, "乡镇司法所", 4L, "街道司法所", 11L));
    }

    @Test
    void every_submission_says_that_its_split_is_made_up_and_has_every_figure() throws IOException {
        List<String> indicators = indicators();

        assertThat(sample.submissions()).hasSize(21).allSatisfy((unit, submission) -> {
            assertThat(submission.path("state").asText()).isEqualTo("submitted");
            assertThat(submission.path("remarks").asText()).startsWith("示例");
            assertThat(figures(submission).keySet()).containsExactlyElementsOf(indicators);
        });
    }

    @Test
    void every_submission_keeps_every_hard_rule_of_the_form() throws IOException {
        List<JsonNode> rules = hardRules();

        assertThat(rules).isNotEmpty();
        assertThat(sample.submissions())
                .allSatisfy((unit, submission) ->
                        assertThat(rules).as(unit).allMatch(rule -> isKept(rule, figures(submission))));
    }

    @Test
    void the_units_add_up_to_the_reports_table_in_all_58_figures() throws IOException {
        var totals = new LinkedHashMap<String, BigDecimal>();
        sample.submissions()
                .values()
                .forEach(submission ->
                        figures(submission).forEach((code, value) -> totals.merge(code, value, BigDecimal::add)));

        assertThat(totals).hasSize(58).isEqualTo(sample.expected());
        assertThat(sample.expected().keySet()).containsExactlyElementsOf(indicators());
    }

    @Test
    void the_narrative_has_the_thirteen_sections_of_the_report() {
        assertThat(stream(sample.narrative().path("sections"))).hasSize(13).allSatisfy(section -> {
            assertThat(section.path("heading").asText()).contains("、");
            assertThat(section.path("text").asText()).isNotBlank();
        });
    }

    private static JsonNode form() throws IOException {
        return ServiceClient.JSON.readTree(REPOSITORY
                .resolve("submission-service/src/main/resources/forms/xxgk-2014.json")
                .toFile());
    }

    private static List<String> indicators() throws IOException {
        return stream(form().path("tables").path(0).path("rows"))
                .filter(row -> row.has("measure"))
                .map(row -> row.path("code").asText())
                .toList();
    }

    private static List<JsonNode> hardRules() throws IOException {
        return stream(form().path("rules"))
                .filter(rule -> rule.path("severity").asText().equals("error"))
                .toList();
    }

    private static Map<String, BigDecimal> figures(JsonNode submission) {
        var figures = new LinkedHashMap<String, BigDecimal>();
        submission
                .path("values")
                .properties()
                .forEach(
                        figure -> figures.put(figure.getKey(), figure.getValue().decimalValue()));
        return figures;
    }

    /** A rule that is written once for several indicators has a placeholder for them. */
    private static boolean isKept(JsonNode rule, Map<String, BigDecimal> figures) {
        var placeholder = rule.path("forEach").properties().stream().findFirst();
        Stream<String> substitutes = placeholder
                .map(each -> stream(each.getValue()).map(JsonNode::asText))
                .orElse(Stream.of(""));
        String name = placeholder.map(each -> "{" + each.getKey() + "}").orElse("");
        return substitutes.allMatch(substitute -> {
            int order = sum(rule.path("left"), name, substitute, figures)
                    .compareTo(sum(rule.path("right"), name, substitute, figures));
            return rule.path("relation").asText().equals("=") ? order == 0 : order <= 0;
        });
    }

    private static BigDecimal sum(
            JsonNode terms, String placeholder, String substitute, Map<String, BigDecimal> figures) {
        var sum = BigDecimal.ZERO;
        for (JsonNode term : terms) {
            sum = sum.add(figures.get(term.asText().equals(placeholder) ? substitute : term.asText()));
        }
        return sum;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
