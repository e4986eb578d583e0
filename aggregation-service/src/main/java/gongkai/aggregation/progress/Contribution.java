package gongkai.aggregation.progress;

import gongkai.aggregation.rollup.Figures;
import java.util.List;

/**
 * The figures that a unit of the roster adds to the totals: those of its submitted submission.
 *
 * @param notApplicable the indicators that, as the unit says, do not apply to it (不适用)
 * @param basis the totals of the level below that the figures are; null where the unit counted them itself
 */
public record Contribution(
        String collection,
        String unit,
        String name,
        String kind,
        long revision,
        Figures figures,
        List<String> notApplicable,
        SourceTotals basis) {}
