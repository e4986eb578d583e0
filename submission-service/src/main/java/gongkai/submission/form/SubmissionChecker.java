package gongkai.submission.form;

import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads what a unit stated against the form, and finds all that is wrong with it at once.
 *
 * <p>0 is a figure; a figure that is absent or {@code null} is not reported. A subtotal that is not reported is derived from its
 * parts; one that is must agree with them.
 */
public final class SubmissionChecker {

    /** Below 10^12 a figure is some office's count; above, a slip of the hand. Sums of a million such still fit a long. */
    private static final int MAX_DIGITS = 12;

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(MAX_DIGITS).subtract(BigDecimal.ONE);

    private final Form form;
    private final Map<String, Indicator> indicators;

    public SubmissionChecker(Form form) {
        this.form = form;
        this.indicators = form.indicators().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    /**
     * Checks one unit's figures.
     *
     * @param previous finds the unit's figures of the period before, where a rule asks for them; empty where they are not known
     */
    public Checked check(Stated stated, Supplier<Map<String, BigDecimal>> previous) {
        return check(stated, new EarlierFigures(previous));
    }

    /** The same of all that one unit stated at different times; its figures of the period before are looked for once at most. */
    public List<Checked> check(List<Stated> stated, Supplier<Map<String, BigDecimal>> previous) {
        var earlier = new EarlierFigures(previous);
        return stated.stream().map(one -> check(one, earlier)).toList();
    }

    private Checked check(Stated stated, EarlierFigures earlier) {
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        Set<String> open = new TreeSet<>(indicators.keySet());
        List<Finding> unreadable = new ArrayList<>();
        stated.values().forEach((code, figure) -> {
            if (!indicators.containsKey(code)) {
                unreadable.add(unknown(code));
            } else if (figure != null) {
                open.remove(code);
                Optional<Finding> flaw = flaw(indicators.get(code), figure);
                flaw.ifPresentOrElse(unreadable::add, () -> values.put(code, canonical(number(figure))));
            }
        });
        Set<String> notApplicable = new TreeSet<>(stated.notApplicable());
        notApplicable.stream()
                .flatMap(code -> contradiction(code, values).stream())
                .forEach(unreadable::add);
        open.removeAll(notApplicable);

        List<String> derived = derive(values, notApplicable, open);
        List<Finding> missing = form.indicators().stream()
                .filter(indicator -> open.contains(indicator.code()))
                .map(this::missing)
                .toList();
        var figures = new Figures(values, notApplicable, earlier);
        List<Finding> broken = form.rules().stream()
                .flatMap(rule -> rule.check(figures).stream())
                .toList();
        return new Checked(values, derived, List.copyOf(notApplicable), List.copyOf(unreadable), missing, broken);
    }

    private Optional<Finding> contradiction(String code, Map<String, BigDecimal> values) {
        if (!indicators.containsKey(code)) {
            return Optional.of(unknown(code));
        }
        return values.containsKey(code) ? Optional.of(both(indicators.get(code))) : Optional.empty();
    }

    /** Fills the subtotals whose parts are known; a subtotal may be a part of another, whichever is written first. */
    private List<String> derive(SortedMap<String, BigDecimal> values, Set<String> notApplicable, Set<String> open) {
        List<String> derived = new ArrayList<>();
        boolean found = true;
        while (found) {
            found = false;
            for (Rule rule : form.rules()) {
                Optional<String> subtotal = rule.subtotal().filter(open::contains);
                var figures = new Figures(values, notApplicable, EarlierFigures.NONE);
                if (subtotal.isPresent()
                        && rule.right().stream().allMatch(part -> figures.knows(part, rule.relation()))) {
                    values.put(subtotal.get(), canonical(figures.sum(rule.right())));
                    open.remove(subtotal.get());
                    derived.add(subtotal.get());
                    found = true;
                }
            }
        }
        return derived.stream().sorted().toList();
    }

    private static Optional<Finding> flaw(Indicator indicator, Object stated) {
        BigDecimal figure = number(stated);
        if (figure == null) {
            return Optional.of(notANumber(indicator, stated));
        }
        if (figure.signum() < 0 && !indicator.signed()) {
            return Optional.of(bound(
                    "not-negative",
                    indicator,
                    figure,
                    Relation.AT_LEAST,
                    BigDecimal.ZERO,
                    "不能为负数",
                    "cannot be negative"));
        }
        // By its digits, not by its value: 1e999999999 must not be written out to be refused.
        if ((long) figure.precision() - figure.scale() > MAX_DIGITS) {
            return Optional.of(tooLarge(indicator));
        }
        if (canonical(figure).scale() > indicator.scale()) {
            return Optional.of(tooFine(indicator, figure));
        }
        return Optional.empty();
    }

    /** The number that was stated, or null where it is none. */
    private static BigDecimal number(Object stated) {
        if (stated instanceof BigDecimal decimal) {
            return decimal;
        }
        if (stated instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return stated instanceof Integer || stated instanceof Long
                ? BigDecimal.valueOf(((Number) stated).longValue())
                : null;
    }

    /** One way to write each figure, so that equal figures are equal: no trailing zeros, no exponent. */
    private static BigDecimal canonical(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Finding unknown(String code) {
        return Finding.error(
                "known-indicator",
                code,
                "本表没有指标“%s”。请删去，或改用本表的指标代码。".formatted(code),
                "This form has no indicator “%s”. Remove it, or use the form's own code.".formatted(code));
    }

    private static Finding both(Indicator indicator) {
        return Finding.error(
                "not-applicable",
                indicator.code(),
                "%s %s 既填了数字，又填了不适用。请只留一项。"
                        .formatted(indicator.code(), indicator.label().zh()),
                "%s %s is given a figure and said not to apply. Keep one of the two."
                        .formatted(indicator.code(), indicator.label().en()));
    }

    private Finding missing(Indicator indicator) {
        return Finding.error(
                "reported",
                indicator.code(),
                "缺少 %s %s。没有发生的请填 0；不适用的请列入 notApplicable。"
                        .formatted(indicator.code(), indicator.label().zh()),
                "%s %s is not reported. Where there was none, report 0; where it does not apply, list it in notApplicable."
                        .formatted(indicator.code(), indicator.label().en()));
    }

    private static Finding notANumber(Indicator indicator, Object stated) {
        String kind = stated instanceof String ? "文字" : "其他内容";
        String kindEn = stated instanceof String ? "text" : "something else";
        return Finding.error(
                "number",
                indicator.code(),
                "%s %s 应填数字，现为%s。请填数字，不带引号和单位。"
                        .formatted(indicator.code(), indicator.label().zh(), kind),
                "%s %s must be a number, not %s. Give the number without quotes or unit."
                        .formatted(indicator.code(), indicator.label().en(), kindEn));
    }

    private static Finding tooLarge(Indicator indicator) {
        return Finding.bound(
                "size",
                indicator.code(),
                null,
                Relation.AT_MOST,
                LARGEST,
                new LocalizedText(
                        "%s %s 超过 %d 位数，请核对。"
                                .formatted(indicator.code(), indicator.label().zh(), MAX_DIGITS),
                        "%s %s has more than %d digits. SubmissionChecker it."
                                .formatted(indicator.code(), indicator.label().en(), MAX_DIGITS)));
    }

    private static Finding tooFine(Indicator indicator, BigDecimal figure) {
        String zh = indicator.scale() == 0 ? "应为整数" : "最多 %d 位小数".formatted(indicator.scale());
        String en =
                indicator.scale() == 0 ? "must be a whole number" : "may have %d decimals".formatted(indicator.scale());
        // The figure itself may be a million decimals long; its indicator says where to look.
        BigDecimal shown = figure.scale() > 2 * MAX_DIGITS ? null : figure;
        return Finding.bound(
                "decimals",
                indicator.code(),
                shown,
                null,
                null,
                new LocalizedText(
                        "%s %s %s。请核对。"
                                .formatted(indicator.code(), indicator.label().zh(), zh),
                        "%s %s %s. SubmissionChecker it."
                                .formatted(indicator.code(), indicator.label().en(), en)));
    }

    private static Finding bound(
            String rule,
            Indicator indicator,
            BigDecimal figure,
            Relation relation,
            BigDecimal bound,
            String zh,
            String en) {
        return Finding.bound(
                rule,
                indicator.code(),
                figure,
                relation,
                bound,
                new LocalizedText(
                        "%s %s %s。请核对。"
                                .formatted(indicator.code(), indicator.label().zh(), zh),
                        "%s %s %s. SubmissionChecker it."
                                .formatted(indicator.code(), indicator.label().en(), en)));
    }
}
