package gongkai.publication.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.publication.narrative.Section;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PossibleScopesTest {

    private final FormWords words = FormWords.of("xxgk-2014").orElseThrow();

    @Test
    void a_row_below_may_be_meant() {
        assertThat(scopes("3.1", 9, "3.1=12 3.1.3=9 3.1.4=3"))
                .extracting(PossibleScope::terms)
                .startsWith(List.of("3.1.3"));
    }

    @Test
    void some_of_the_rows_below_may_be_meant_together() {
        assertThat(scopes("3.3", 7, "3.3=10 3.3.2=5 3.3.3=2 3.3.5=3"))
                .extracting(scope -> scope.text().zh())
                .contains("7 = 同意公开答复数 5 + 同意部分公开答复数 2");
    }

    @Test
    void what_is_left_of_a_row_may_be_meant() {
        assertThat(scopes("4", 134, "4=170 4.1=130 4.2=36 4.3=4"))
                .extracting(scope -> scope.text().en())
                .contains("134 = Administrative reconsiderations 170 − corrected according to law 36");
    }

    @Test
    void what_is_left_of_a_row_of_a_matrix_may_be_meant() {
        assertThat(scopesOf2021("3.1.c5", 134, "3.1.c1=120 3.1.c3=14 3.1.c4=36 3.1.c5=170"))
                .extracting(scope -> scope.text().zh())
                .contains("134 = 行政复议 · 总计 170 − 行政复议 · 尚未审结 36");
    }

    @Test
    void one_column_of_a_matrix_may_be_meant() {
        assertThat(scopesOf2021("2.1.c7", 9, "2.1.c1=9 2.1.c2=3 2.1.c7=12"))
                .extracting(PossibleScope::terms)
                .startsWith(List.of("2.1.c1"));
    }

    @Test
    void some_rows_of_one_column_may_be_meant_together() {
        assertThat(scopesOf2021("2.3.1.c7", 9, "2.3.1.c7=5 2.3.2.c7=4 2.3.7.c7=20"))
                .extracting(PossibleScope::terms)
                .contains(List.of("2.3.1.c7", "2.3.2.c7"));
    }

    @Test
    void rows_that_do_not_belong_together_explain_nothing() {
        assertThat(scopes("3.1", 9, "3.1=12 6=9 8.2=4 9.1=5")).isEmpty();
    }

    @Test
    void a_row_that_the_sentence_names_may_be_meant() {
        assertThat(words.indicators()).hasSize(58);
        assertThat(new PossibleScopes(words, Tables.zerosExcept("6=6"))
                        .of(words.byCode().get("2.2.5"), BigDecimal.valueOf(6), "热线工单6件，结果告知投诉人"))
                .extracting(PossibleScope::terms)
                .containsExactly(List.of("6"));
    }

    @Test
    void an_explained_contradiction_is_still_a_contradiction() {
        TextCheck check = TextCheck.of(
                words, Tables.zerosExcept("3.1=12 3.1.3=9 3.1.4=3"), List.of(new Section("八", "全年收到公开申请9件。")), 2018);

        assertThat(check.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.possibleScopes()).isNotEmpty());
    }

    private static List<PossibleScope> scopesOf2021(String indicator, int claimed, String table) {
        FormWords words = FormWords.of("xxgk-2021").orElseThrow();
        var figures = Tables.ofZeros("xxgk-2021");
        figures.putAll(Tables.figures(table));
        return new PossibleScopes(words, figures).of(words.byCode().get(indicator), BigDecimal.valueOf(claimed), "");
    }

    private List<PossibleScope> scopes(String indicator, int claimed, String table) {
        return new PossibleScopes(words, Tables.zerosExcept(table))
                .of(words.byCode().get(indicator), BigDecimal.valueOf(claimed), "");
    }
}
