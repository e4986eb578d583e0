package gongkai.aggregation.rollup;

import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/** A rule that the figures break (校核问题), with what its two sides came to. */
public record Finding(Rule rule, BigDecimal left, BigDecimal right) {

    /** Of a stated value that does not hold: it is no rule of any form, and is told like one. */
    public static Finding of(StatedValueCheck statement) {
        var rule = new Rule(
                "stated-value",
                Severity.ERROR,
                new LocalizedText(
                        "编制机关认定的数值不少于报送最多的单位，也不多于各单位合计；请重新认定",
                        "What the bureau states is no less than one unit reports and no more than all of them; state it anew"),
                List.of(new Term(statement.indicator(), false)),
                statement.bound(),
                List.of(),
                statement.bounding(),
                List.of(),
                List.of());
        return new Finding(rule, statement.value(), statement.bounding());
    }
}
