package gongkai.publication.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;

import gongkai.publication.narrative.Section;
import gongkai.publication.problem.Refusal;
import gongkai.publication.report.SampleTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Instant NOW = Instant.parse("2019-02-01T01:00:00Z");
    private static final List<Section> NARRATIVE = List.of(new Section("一、概述", "2018年主动公开12条。"));

    @Test
    void complete_totals_become_a_report() {
        PublishedReport report = first(SampleTotals.complete()).publish(7, "王主任", null, NOW);

        assertThat(report.report()).isEqualTo("xingqing-justice-2018");
        assertThat(report.edition()).isEqualTo(1);
        assertThat(report.publishedAt()).isEqualTo(NOW);
        assertThat(report.publishedBy()).isEqualTo("王主任");
        assertThat(report.narrative()).isEqualTo(NARRATIVE);
        assertThat(report.provenance().totalsRevision()).isEqualTo(7);
        assertThat(report.provenance().narrativeRevision()).isEqualTo(3);
        assertThat(report.provenance().units())
                .extracting(PublishedReport.CountedUnit::code, PublishedReport.CountedUnit::revision)
                .containsExactly(tuple("general-office", 1L), tuple("legal-aid-centre", 3L));
    }

    @Test
    void figures_stand_in_the_order_of_the_form_as_list_and_as_map() {
        PublishedReport report = first(SampleTotals.complete()).publish(7, "王主任", null, NOW);

        assertThat(report.figures()).extracting(Figure::code).containsExactly("1.1", "1.2.2", "1.2.4", "7");
        assertThat(report.figures().get(3).value()).isEqualTo(new BigDecimal("0.25"));
        assertThat(report.values().keySet()).containsExactly("1.1", "1.2.2", "1.2.4", "7");
    }

    @Test
    void a_unit_that_is_missing_stands_in_the_way() {
        Draft draft = first(SampleTotals.asPublished());

        assertThat(draft.obstacles()).extracting(Refusal::type).containsExactly("units-missing");
        assertThatExceptionOfType(UnitsMissing.class)
                .isThrownBy(() -> draft.publish(7, "王主任", null, NOW))
                .withMessageContaining("Still to submit, 1 in all: 综合管理办公室");
    }

    @Test
    void a_unit_that_went_back_to_a_draft_stands_in_the_way() {
        Draft draft = first(SampleTotals.complete().withDraftOfSecondUnit());

        assertThatExceptionOfType(UnitsMissing.class)
                .isThrownBy(() -> draft.publish(7, "王主任", null, NOW))
                .withMessageContaining("法律援助中心");
    }

    @Test
    void an_indicator_without_a_figure_stands_in_the_way() {
        Draft draft = first(SampleTotals.complete().withoutFigure("1.2.4"));

        assertThatExceptionOfType(FiguresMissing.class)
                .isThrownBy(() -> draft.publish(7, "王主任", null, NOW))
                .withMessageContaining("1.2.4");
    }

    @Test
    void a_broken_rule_stands_in_the_way() {
        Draft draft = first(SampleTotals.complete().withFinding("B2[1.2.2]", "error"));

        assertThatExceptionOfType(RulesBroken.class)
                .isThrownBy(() -> draft.publish(7, "王主任", null, NOW))
                .withMessageContaining("B2[1.2.2] (13 <= 12)");
    }

    @Test
    void a_warning_is_published_with_the_figures() {
        Draft draft = first(SampleTotals.complete().withFinding("B3", "warning"));

        PublishedReport report = draft.publish(7, "王主任", null, NOW);

        assertThat(report.provenance().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("B3");
            assertThat(finding.text().en()).isEqualTo("Every item disclosed went through some channel");
        });
    }

    @Test
    void everything_that_stands_in_the_way_is_told_at_once() {
        Draft draft = first(SampleTotals.asPublished().withoutFigure("7").withFinding("B3", "error"));

        assertThat(draft.obstacles())
                .extracting(Refusal::type)
                .containsExactly("units-missing", "figures-missing", "rules-broken");
    }

    @Test
    void totals_that_nobody_has_seen_here_are_not_published() {
        assertThatExceptionOfType(TotalsNotArrived.class)
                .isThrownBy(() -> first(SampleTotals.complete()).publish(8, "王主任", null, NOW));
    }

    @Test
    void totals_that_have_been_overtaken_are_not_published() {
        assertThatExceptionOfType(TotalsHaveMovedOn.class)
                .isThrownBy(() -> first(SampleTotals.complete()).publish(6, "王主任", null, NOW));
    }

    @Test
    void a_correction_says_why() {
        var correction = new Draft(SampleTotals.complete().read(), NARRATIVE, 3, 2);

        assertThatExceptionOfType(ReasonMissing.class).isThrownBy(() -> correction.publish(7, "王主任", null, NOW));
        assertThatNoException().isThrownBy(() -> correction.publish(7, "王主任", "更正", NOW));
    }

    private static Draft first(SampleTotals totals) {
        return new Draft(totals.read(), NARRATIVE, 3, 1);
    }
}
