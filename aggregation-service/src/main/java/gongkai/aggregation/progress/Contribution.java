package gongkai.aggregation.progress;

import gongkai.aggregation.rollup.Figures;
import java.util.List;

/**
 * What a unit of the roster brings to the totals: the figures of its submitted submission.
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
