package gongkai.aggregation.rollup;

import static java.util.Objects.requireNonNull;

import gongkai.chassis.i18n.LocalizedText;

/** One figure of a form (统计指标). */
public record Indicator(String code, LocalizedText label, String measure, RollUp rollUp) {

    public Indicator {
        requireNonNull(code, "an indicator has a code");
        requireNonNull(label, "an indicator has a label");
        requireNonNull(measure, "an indicator has a measure");
        requireNonNull(rollUp, "an indicator says how it rolls up");
    }
}
