package gongkai.aggregation.rollup;

import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/** A rule that the figures break (校核问题), with what its two sides came to. */
public record Finding(Rule rule, BigDecimal left, BigDecimal right) {

    /** A stated value that does not hold is no rule of a form, but is reported like one. */
    public static Finding of(StatedValueCheck check) {
        var rule = new Rule(
                "stated-value",
                Severity.ERROR,
                new LocalizedText(
                        "编制机关认定的数值不少于报送最多的单位，也不多于各单位合计；请重新认定",
                        "What the bureau states is no less than one unit reports and no more than all of them; state it anew"),
                List.of(new Term(check.indicator(), false)),
                check.bound(),
                List.of(),
                check.bounding(),
                List.of(),
                List.of());
        return new Finding(rule, check.value(), check.bounding());
    }
}
