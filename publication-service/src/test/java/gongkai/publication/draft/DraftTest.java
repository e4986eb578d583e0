package gongkai.publication.draft;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.chassis.problem.ProblemException;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.Totals;
import gongkai.publication.report.YearFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void figures_stand_in_the_order_of_the_form() {
        assertThat(first(SampleTotals.complete()).figures())
                .extracting(figure -> figure.code())
                .containsExactly("1.1", "1.2.2", "1.2.4", "7");
    }

    @Test
    void a_unit_that_went_back_to_a_draft_stands_in_the_way() {
        Draft draft = first(SampleTotals.complete().withDraftOfSecondUnit());

        assertThat(firstObstacle(draft)).hasMessageContaining("法律援助中心");
    }

    @Test
    void an_indicator_without_a_figure_stands_in_the_way() {
        Draft draft = first(SampleTotals.complete().withoutFigure("1.2.4"));

        assertThat(firstObstacle(draft)).hasMessageContaining("1.2.4");
    }

    @Test
    void a_broken_rule_stands_in_the_way() {
        Draft draft = first(SampleTotals.complete().withFinding("B2[1.2.2]", "error"));

        assertThat(firstObstacle(draft)).hasMessageContaining("B2[1.2.2] (13 <= 12)");
    }

    @Test
    void everything_that_stands_in_the_way_is_told_at_once() {
        Draft draft = first(SampleTotals.asPublished().withoutFigure("7").withFinding("B3", "error"));

        assertThat(draft.obstacles())
                .extracting(obstacle -> obstacle.type().code())
                .containsExactly("units-missing", "figures-missing", "rules-broken", "not-reviewed");
    }

    private static ProblemException firstObstacle(Draft draft) {
        return new DraftNotPublishable(draft.obstacles().get(0));
    }

    private static Draft first(SampleTotals sample) {
        Totals totals = sample.read();
        return new Draft(
                totals,
                new YearFigures(totals.form(), totals.values(), Map.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                false);
    }
}
