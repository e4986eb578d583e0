package gongkai.aggregation.rollup;

import static gongkai.aggregation.rollup.Given.figures;
import static gongkai.aggregation.rollup.Given.form;
import static gongkai.aggregation.rollup.Given.indicator;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunningTotalsTest {

    private static final Form FORM = form(
            indicator("1.1", RollUp.DISTINCT),
            indicator("3.1", RollUp.SUM),
            indicator("7", RollUp.SUM),
            indicator("8.1", RollUp.BUREAU));

    private static final String COMPILER = "unit-0";

    /** One revision of a unit's submission; figures are none where it is not submitted. */
    private record Revision(String unit, long number, Figures figures) {}

    @Test
    void a_correction_moves_the_totals_by_its_difference() {
        var totals = new RunningTotals(FORM, COMPILER, figures("1.1", 75, "3.1", 6, "7", "1.5"));

        totals.replace("unit-3", figures("1.1", 5, "7", "0.25"), figures("1.1", 3, "7", "0.5"));

        assertThat(totals.figures()).isEqualTo(figures("1.1", 73, "3.1", 6, "7", "1.75"));
    }

    @Test
    void the_bureaus_own_figure_leaves_with_the_submission_of_the_unit_that_compiles() {
        var totals = new RunningTotals(FORM, COMPILER, figures("1.1", 0, "3.1", 0, "7", 0, "8.1", 1));

        totals.replace("unit-1", Figures.NONE, figures("8.1", 4));
        totals.replace(COMPILER, figures("8.1", 1), Figures.NONE);

        assertThat(totals.figures().get("8.1")).isEmpty();
    }

    @Test
    void figures_keep_the_forms_order() {
        var totals = new RunningTotals(FORM, COMPILER, figures("7", 1, "3.1", 2, "1.1", 3));

        totals.replace(COMPILER, Figures.NONE, figures("8.1", 1));

        assertThat(totals.figures().byCode().keySet()).containsExactly("1.1", "3.1", "7", "8.1");
    }

    /** However the revisions of up to 30 units interleave, repeat and overtake each other. */
    @ParameterizedTest
    @MethodSource("seeds")
    void running_totals_equal_a_recount_after_every_step(long seed) {
        var random = new Random(seed);
        List<Revision> story = story(random);
        Map<String, Revision> latest = new HashMap<>();
        var totals = new RunningTotals(FORM, COMPILER, Recount.of(FORM, COMPILER, Map.of()));

        for (Revision revision : story) {
            Revision former = latest.get(revision.unit());
            if (former == null || former.number() < revision.number()) {
                totals.replace(revision.unit(), former == null ? Figures.NONE : former.figures(), revision.figures());
                latest.put(revision.unit(), revision);
            }

            assertThat(totals.figures()).isEqualTo(Recount.of(FORM, COMPILER, contributions(latest)));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static List<Revision> story(Random random) {
        List<Revision> story = new ArrayList<>();
        int units = 1 + random.nextInt(30);
        for (int unit = 0; unit < units; unit++) {
            int revisions = 1 + random.nextInt(4);
            for (int number = 1; number <= revisions; number++) {
                var revision = new Revision("unit-" + unit, number, figuresOf(random));
                story.addAll(Collections.nCopies(1 + random.nextInt(3), revision));
            }
        }
        Collections.shuffle(story, random);
        return story;
    }

    private static Figures figuresOf(Random random) {
        if (random.nextInt(4) == 0) {
            return Figures.NONE;
        }
        Map<String, BigDecimal> figures = new HashMap<>();
        for (Indicator indicator : FORM.indicators()) {
            if (random.nextInt(5) > 0) {
                int scale = indicator.code().equals("7") ? random.nextInt(7) : 0;
                figures.put(indicator.code(), BigDecimal.valueOf(random.nextInt(1_000_000), scale));
            }
        }
        return new Figures(figures);
    }

    private static Map<String, Figures> contributions(Map<String, Revision> latest) {
        Map<String, Figures> contributions = new HashMap<>();
        latest.forEach((unit, revision) -> contributions.put(unit, revision.figures()));
        return contributions;
    }
}
