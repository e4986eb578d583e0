package gongkai.publication.textcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.publication.narrative.Section;
import gongkai.publication.textcheck.Contradiction.Kind;
import gongkai.publication.textcheck.TextCheck.CheckedNumber;
import gongkai.publication.textcheck.TextCheck.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * A real report that contradicts itself: the one of the justice bureau of Xingqing district for 2018. Its facts are retold here in our own
 * words.
 */
class RealReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void its_contradictions_are_found_and_no_other() throws IOException {
        assertItsContradictions(check(ours()));
    }

    @Test
    void what_agrees_is_said_to_agree() throws IOException {
        assertThat(check(ours()).numbers())
                .filteredOn(number -> number.status() == Status.AGREEING)
                .extracting(CheckedNumber::text, CheckedNumber::indicator)
                .containsExactly(tuple("75", "1.2.2"), tuple("4", "2.2.3"), tuple("2", "2.2.4"), tuple("0", "4"));
    }

    @Test
    void lists_that_add_up_are_known_as_such() throws IOException {
        assertThat(check(ours()).numbers())
                .filteredOn(number -> number.status() == Status.ADDING_UP)
                .extracting(CheckedNumber::text)
                .containsExactly("七", "六", "1");
    }

    @Test
    void offices_and_accounts_are_counts_that_nobody_claims_of_the_table() throws IOException {
        assertThat(check(ours()).numbers())
                .filteredOn(number -> number.status() == Status.OPEN)
                .extracting(CheckedNumber::text)
                .containsExactly("5", "1", "4", "11", "16", "15", "一", "四", "八");
    }

    @Test
    void the_hotline_orders_may_be_the_complaints_of_the_table() throws IOException {
        assertThat(check(ours()).findings())
                .filteredOn(finding -> "2.2.5".equals(finding.indicator()))
                .flatExtracting(Contradiction::possibleScopes)
                .extracting(scope -> scope.text().zh())
                .startsWith("6 = 举报投诉数量 6");
    }

    @Test
    void the_sample_follows_its_table_and_contradicts_nothing() throws IOException {
        JsonNode narrative = JSON.readTree(
                Path.of("../deploy/sample/xingqing-2018/narrative.json").toFile());
        List<Section> sections = StreamSupport.stream(narrative.path("sections").spliterator(), false)
                .map(section -> new Section(
                        section.path("heading").asText(), section.path("text").asText()))
                .toList();

        assertThat(check(sections).findings()).isEmpty();
    }

    private static void assertItsContradictions(TextCheck check) {
        assertThat(check.findings())
                .extracting(
                        Contradiction::indicator, Contradiction::kind, Contradiction::claimed, Contradiction::figure)
                .containsExactlyInAnyOrder(
                        tuple("1.2.3", Kind.COUNTED_BUT_ZERO, number(54), number(0)),
                        tuple("1.2.4", Kind.COUNTED_BUT_ZERO, number(1824), number(0)),
                        tuple("1.2.5", Kind.COUNTED_BUT_ZERO, number(81), number(0)),
                        tuple("1.1", Kind.BOUND_EXCEEDED, number(286), number(75)),
                        tuple("2.2.5", Kind.COUNTED_BUT_ZERO, number(6), number(0)),
                        tuple("8.3.1", Kind.DENIED_BUT_COUNTED, number(0), number(1)),
                        tuple("5", Kind.DENIED_BUT_COUNTED, number(0), number(3)),
                        tuple("6", Kind.DENIED_BUT_COUNTED, number(0), number(6)));
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }

    private static TextCheck check(List<Section> sections) {
        return TextCheck.of(FormWords.of("xxgk-2014").orElseThrow(), Tables.ofXingqing(), sections, 2018);
    }

    private static List<Section> ours() throws IOException {
        try (var file = RealReportTest.class.getResourceAsStream("/textcheck/xingqing-2018-in-our-words.json")) {
            return JSON.readValue(file, new TypeReference<>() {});
        }
    }
}
