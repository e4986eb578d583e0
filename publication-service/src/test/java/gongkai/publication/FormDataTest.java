package gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data about forms agrees with the forms themselves, which are submission-service's. */
class FormDataTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"xxgk-2014", "xxgk-2019", "xxgk-2021"})
    void the_audit_knows_every_cell_of_a_form_and_no_other(String form) {
        JsonNode words = ours("textcheck/aliases-" + form);

        assertThat(words.path("indicators"))
                .extracting(indicator -> indicator.path("code").asText())
                .containsExactlyInAnyOrderElementsOf(cells(form));
        words.path("bounds").forEach(bound -> {
            assertThat(cells(form)).contains(bound.path("whole").asText());
            assertThat(cells(form)).containsAll(texts(bound.path("parts")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxgk-2014", "xxgk-2019", "xxgk-2021"})
    void charts_and_outlines_name_what_a_form_has(String form) {
        for (JsonNode chart : ours("charts/" + form)) {
            if (chart.has("indicator")) {
                assertThat(cells(form)).contains(chart.path("indicator").asText());
            }
            chart.path("bars").forEach(bar -> assertThat(cells(form)).containsAll(texts(bar.path("indicators"))));
        }
        Set<String> tables = new TreeSet<>();
        form(form).path("tables").forEach(table -> tables.add(table.path("code").asText()));
        for (JsonNode part : ours("outlines/" + form)) {
            assertThat(tables).containsAll(texts(part.path("tables")));
        }
    }

    @ParameterizedTest
    @CsvSource({"xxgk-2014, xxgk-2019", "xxgk-2014, xxgk-2021", "xxgk-2019, xxgk-2021"})
    void forms_are_compared_cell_by_cell_and_each_cell_once(String from, String to) {
        JsonNode compared = ours("crosswalk/%s-%s".formatted(from, to));

        assertThat(compared)
                .extracting(cell -> cell.path("to").asText())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(cells(to));
        assertThat(compared).allSatisfy(cell -> {
            List<String> terms = texts(cell.path("from"));
            assertThat(cells(from))
                    .containsAll(terms.stream()
                            .map(term -> term.startsWith("-") ? term.substring(1) : term)
                            .toList());
            switch (cell.path("relation").asText()) {
                case "exact" -> assertThat(terms).hasSize(1);
                case "derivable" -> assertThat(terms).hasSizeGreaterThan(1);
                default ->
                    assertThat(cell.path("note").asText())
                            .as("why only in part")
                            .isNotBlank();
            }
        });
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** A form of one column has a figure for each row, one of several a figure for each row and column. */
    private static Set<String> cells(String form) {
        Set<String> cells = new TreeSet<>();
        for (JsonNode table : form(form).path("tables")) {
            JsonNode columns = table.path("columns");
            for (JsonNode row : table.path("rows")) {
                for (JsonNode column : columns) {
                    String code = row.path("code").asText();
                    if (!row.path("heading").asBoolean()) {
                        cells.add(
                                columns.size() == 1
                                        ? code
                                        : code + "." + column.path("code").asText());
                    }
                }
            }
        }
        return cells;
    }

    private static JsonNode form(String form) {
        return read("../submission-service/src/main/resources/forms/%s.json".formatted(form));
    }

    private static JsonNode ours(String file) {
        return read("src/main/resources/%s.json".formatted(file));
    }

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
