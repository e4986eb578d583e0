package gongkai.publication.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.publication.audit.Audit.AuditedNumber;
import gongkai.publication.audit.Audit.Status;
import gongkai.publication.audit.Contradiction.Kind;
import gongkai.publication.narrative.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * A real report that contradicts itself: the one of the justice bureau of Xingqing district for 2018. Its facts are retold here in our own
 * words; where the original is at hand it is audited too.
 */
class RealReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGINAL = "reference/xingqing-justice-bureau-2018.txt";

    @Test
    void its_contradictions_are_found_and_no_other() throws IOException {
        assertItsContradictions(audit(ours()));
    }

    @Test
    void what_agrees_is_said_to_agree() throws IOException {
        assertThat(audit(ours()).numbers())
                .filteredOn(number -> number.status() == Status.AGREEING)
                .extracting(AuditedNumber::text, AuditedNumber::indicator)
                .containsExactly(tuple("75", "1.2.2"), tuple("4", "2.2.3"), tuple("2", "2.2.4"), tuple("0", "4"));
    }

    @Test
    void lists_that_add_up_are_known_as_such() throws IOException {
        assertThat(audit(ours()).numbers())
                .filteredOn(number -> number.status() == Status.ADDING_UP)
                .extracting(AuditedNumber::text)
                .containsExactly("七", "六", "1");
    }

    @Test
    void offices_and_accounts_are_counts_that_nobody_claims_of_the_table() throws IOException {
        assertThat(audit(ours()).numbers())
                .filteredOn(number -> number.status() == Status.OPEN)
                .extracting(AuditedNumber::text)
                .containsExactly("5", "1", "4", "11", "16", "15", "一", "四", "八");
    }

    @Test
    void the_hotline_orders_may_be_the_complaints_of_the_table() throws IOException {
        assertThat(audit(ours()).findings())
                .filteredOn(finding -> "2.2.5".equals(finding.indicator()))
                .flatExtracting(Contradiction::possibleScopes)
                .extracting(scope -> scope.text().zh())
                .startsWith("6 = 举报投诉数量 6");
    }

    @Test
    void the_same_report_gives_the_same_audit() throws IOException {
        assertThat(audit(ours())).isEqualTo(audit(ours()));
    }

    @Test
    void the_sample_follows_its_table_and_contradicts_nothing() throws IOException {
        JsonNode narrative = JSON.readTree(
                Path.of("../deploy/sample/xingqing-2018/narrative.json").toFile());
        List<Section> sections = StreamSupport.stream(narrative.path("sections").spliterator(), false)
                .map(section -> new Section(
                        section.path("heading").asText(), section.path("text").asText()))
                .toList();

        assertThat(audit(sections).findings()).isEmpty();
    }

    @Test
    void its_contradictions_are_found_in_the_original() throws IOException {
        Optional<Path> original = original();
        assumeTrue(original.isPresent(), "the original report is not at hand");

        assertItsContradictions(audit(sections(Files.readString(original.orElseThrow()))));
    }

    private static void assertItsContradictions(Audit audit) {
        assertThat(audit.findings())
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

    private static Audit audit(List<Section> sections) {
        return Audit.of(FormWords.of("xxgk-2014").orElseThrow(), Tables.ofXingqing(), sections, 2018);
    }

    private static List<Section> ours() throws IOException {
        try (var file = RealReportTest.class.getResourceAsStream("/audit/xingqing-2018-in-our-words.json")) {
            return JSON.readValue(file, new TypeReference<>() {});
        }
    }

    /** Beside this repository, or beside any folder above it. */
    private static Optional<Path> original() {
        return Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .flatMap(RealReportTest::folders)
                .map(folder -> folder.resolve(ORIGINAL))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static Stream<Path> folders(Path above) {
        try (var folders = Files.list(above)) {
            return folders.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text before the table, section by section. */
    private static List<Section> sections(String report) {
        String text = report.substring(0, report.indexOf("政府信息公开情况统计表"));
        var sections = new ArrayList<Section>();
        String heading = "前言";
        for (String part : text.split("(?m)(?=^[一二三四五六七八九十]{1,3}、)", -1)) {
            boolean headed = part.matches("(?s)[一二三四五六七八九十]{1,3}、.*");
            int lineEnd = part.indexOf('\n');
            sections.add(
                    headed
                            ? new Section(part.substring(0, lineEnd), part.substring(lineEnd + 1))
                            : new Section(heading, part));
        }
        return sections;
    }
}
