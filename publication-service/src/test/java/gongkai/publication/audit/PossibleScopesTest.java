package gongkai.publication.audit;

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
        Audit audit = Audit.of(
                words, Tables.zerosExcept("3.1=12 3.1.3=9 3.1.4=3"), List.of(new Section("八", "全年收到公开申请9件。")), 2018);

        assertThat(audit.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.possibleScopes()).isNotEmpty());
    }

    private List<PossibleScope> scopes(String indicator, int claimed, String table) {
        return new PossibleScopes(words, Tables.zerosExcept(table))
                .of(words.byCode().get(indicator), BigDecimal.valueOf(claimed), "");
    }
}
