package gongkai.submission.outlier;

import gongkai.chassis.i18n.LocalizedText;
import gongkai.submission.form.Finding;
import gongkai.submission.form.Form;
import gongkai.submission.form.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares a unit's figures with what is usual for it and for its like. What is unusual may well be right: it never blocks. */
public final class Comparison {

    public static final int MAX_YEARS = 10;

    /** A sample of this size settles a quartile; a street office has a few dozen peers. */
    public static final int MAX_PEERS = 200;

    private final Form form;

    public Comparison(Form form) {
        this.form = form;
    }

    /** @param years the unit's figures of earlier years */
    public List<Finding> withEarlierYears(
            Map<String, BigDecimal> figures, List<? extends Map<String, BigDecimal>> years) {
        return compare(figures, years, "unusual-for-unit", new LocalizedText("本单位往年", "the unit's earlier years"));
    }

    /** @param peers the figures of other units of the same kind in the same collection */
    public List<Finding> withPeers(Map<String, BigDecimal> figures, List<? extends Map<String, BigDecimal>> peers) {
        return compare(figures, peers, "unusual-among-peers", new LocalizedText("同类单位", "other units of its kind"));
    }

    private List<Finding> compare(
            Map<String, BigDecimal> figures,
            List<? extends Map<String, BigDecimal>> others,
            String rule,
            LocalizedText whose) {
        return form.indicators().stream()
                .filter(indicator -> figures.containsKey(indicator.code()))
                .flatMap(indicator -> compare(indicator, figures.get(indicator.code()), others, rule, whose).stream())
                .toList();
    }

    private static Optional<Finding> compare(
            Indicator indicator,
            BigDecimal figure,
            List<? extends Map<String, BigDecimal>> others,
            String rule,
            LocalizedText whose) {
        List<BigDecimal> theirs = others.stream()
                .map(other -> other.get(indicator.code()))
                .filter(Objects::nonNull)
                .toList();
        return UsualRange.of(theirs)
                .filter(range -> !range.covers(figure))
                .map(range -> Finding.unusual(rule, indicator, figure, say(indicator, figure, range, whose)));
    }

    private static LocalizedText say(Indicator indicator, BigDecimal figure, UsualRange range, LocalizedText whose) {
        return new LocalizedText(
                "%s %s 为 %s，%s通常在 %s 至 %s 之间。请核对；无误可照常提交。"
                        .formatted(
                                indicator.code(),
                                indicator.label().zh(),
                                figure.toPlainString(),
                                whose.zh(),
                                range.low(),
                                range.high()),
                "%s %s is %s; %s usually have %s to %s. SubmissionChecker it; if it is right, submit it as it is."
                        .formatted(
                                indicator.code(),
                                indicator.label().en(),
                                figure.toPlainString(),
                                whose.en(),
                                range.low(),
                                range.high()));
    }
}
