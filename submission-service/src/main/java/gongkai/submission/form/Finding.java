package gongkai.submission.form;

import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something about the figures that a clerk must mend or explain (校核问题).
 *
 * @param rule the form's rule, e.g. {@code S1}, or one of those every form has: {@code known-indicator}, {@code reported},
 *     {@code not-applicable}, {@code number}, {@code not-negative}, {@code decimals}, {@code size}
 * @param indicator the figure to look at first
 * @param left the figure, or the sum of the left side; null where there is no number to show
 * @param relation what should hold between left and right; null where the trouble is not a relation
 * @param right what left is held against; null where there is none
 */
public record Finding(
        String rule,
        Severity severity,
        String indicator,
        LocalizedText message,
        BigDecimal left,
        Relation relation,
        BigDecimal right) {

    static Finding error(String rule, String indicator, String zh, String en) {
        return new Finding(rule, Severity.ERROR, indicator, new LocalizedText(zh, en), null, null, null);
    }

    static Finding bound(
            String rule, String indicator, BigDecimal figure, Relation relation, BigDecimal bound, LocalizedText text) {
        return new Finding(rule, Severity.ERROR, indicator, text, figure, relation, bound);
    }

    /** A figure that is outside of what is usual, and may well be right. */
    public static Finding unusual(String rule, Indicator indicator, BigDecimal figure, LocalizedText message) {
        return new Finding(rule, Severity.WARNING, indicator.code(), message, figure, null, null);
    }

    static Finding broken(Rule rule, Figures figures, BigDecimal left, BigDecimal right) {
        String sides = "%s = %s，%s = %s"
                .formatted(
                        written(rule.left(), BigDecimal.ZERO),
                        spelled(rule.left(), figures, left),
                        written(rule.right(), rule.constant()),
                        spelled(rule.right(), figures, right));
        var text = new LocalizedText(
                "%s（%s）：应为左 %s 右，现为 %s。请核对原始记录后改正。"
                        .formatted(
                                rule.text().zh(), rule.code(), rule.relation().sign(), sides),
                "%s (%s): left %s right is wanted, but %s. SubmissionChecker the records and correct one of them."
                        .formatted(
                                rule.text().en(), rule.code(), rule.relation().sign(), sides.replace("，", ", ")));
        return new Finding(
                rule.code(), rule.severity(), rule.left().get(0).indicator(), text, left, rule.relation(), right);
    }

    private static String written(List<Term> terms, BigDecimal constant) {
        String sum = terms.stream().map(Term::toString).collect(Collectors.joining(" + "));
        if (sum.isEmpty()) {
            return constant.toPlainString();
        }
        return constant.signum() == 0 ? sum : sum + " + " + constant.toPlainString();
    }

    private static String spelled(List<Term> terms, Figures figures, BigDecimal sum) {
        if (terms.size() < 2) {
            return sum.toPlainString();
        }
        return terms.stream().map(term -> figures.of(term).toPlainString()).collect(Collectors.joining(" + ")) + " = "
                + sum.toPlainString();
    }
}
