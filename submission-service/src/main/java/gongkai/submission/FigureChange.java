package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.submission.form.Form;
import gongkai.submission.form.Indicator;
import java.math.BigDecimal;
import java.util.List;

/** One figure that differs between two revisions; null in a revision that does not state it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureChange(String indicator, LocalizedText label, BigDecimal before, BigDecimal after) {

    /** The figures that differ, in the order of the form. */
    static List<FigureChange> between(SubmissionContent before, SubmissionContent after, Form form) {
        return form.indicators().stream()
                .map(indicator -> of(indicator, before, after))
                .filter(FigureChange::isOne)
                .toList();
    }

    private static FigureChange of(Indicator indicator, SubmissionContent before, SubmissionContent after) {
        return new FigureChange(
                indicator.code(),
                indicator.label(),
                before.figures().get(indicator.code()),
                after.figures().get(indicator.code()));
    }

    private boolean isOne() {
        if (before == null || after == null) {
            return !(before == null && after == null);
        }
        return before.compareTo(after) != 0;
    }

    /** As in {@code 6: 1 → 2}. */
    @Override
    public String toString() {
        return "%s: %s → %s".formatted(indicator, written(before), written(after));
    }

    private static String written(BigDecimal figure) {
        return figure == null ? "–" : figure.toPlainString();
    }
}
