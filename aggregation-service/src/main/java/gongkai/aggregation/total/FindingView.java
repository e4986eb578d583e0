package gongkai.aggregation.total;

import gongkai.aggregation.rollup.Finding;
import gongkai.aggregation.rollup.Relation;
import gongkai.aggregation.rollup.Rule;
import gongkai.aggregation.rollup.Severity;
import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Finding",
        description = "A rule of the form that the totals break: left does not stand in this relation to right.")
record FindingView(
        @Schema(examples = "B3") String rule,
        Severity severity,
        LocalizedText text,
        @Schema(examples = "16") BigDecimal left,
        Relation relation,
        @Schema(examples = "12") BigDecimal right,
        List<String> indicators) {

    static FindingView of(Finding finding) {
        Rule rule = finding.rule();
        return new FindingView(
                rule.code(),
                rule.severity(),
                rule.text(),
                finding.left(),
                rule.relation(),
                finding.right(),
                rule.indicators());
    }
}
