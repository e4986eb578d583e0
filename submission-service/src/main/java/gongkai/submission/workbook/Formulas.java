package gongkai.submission.workbook;

import gongkai.submission.file.NotApplicable;
import gongkai.submission.form.Indicator;
import gongkai.submission.form.Relation;
import gongkai.submission.form.Rule;
import gongkai.submission.form.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The form's rules as Excel formulas. A figure is a number, a question that does not arise is text and adds nothing, and
 * what is not reported is blank.
 *
 * <p>Excel computes in binary floating point; sums are compared rounded to the six decimals that a figure can have.
 */
final class Formulas {

    private static final int DECIMALS = 6;

    private final Layout layout;
    private final Locale language;

    Formulas(Layout layout, Locale language) {
        this.layout = layout;
        this.language = language;
    }

    /** The sum of its parts once each is entered, as the service derives it; where none applies, it does not either. */
    String subtotal(List<String> parts) {
        List<String> areas =
                areas(parts.stream().map(part -> new Term(part, false)).toList(), "");
        return "IF(%s>0,\"\",IF(COUNT(%s)=0,\"%s\",SUM(%2$s)))"
                .formatted(blanks(areas), String.join(",", areas), NotApplicable.WORDS.in(language));
    }

    /** Whether a rule is broken, in the sheet where the figures are: Excel marks cells by formulas of their own sheet alone. */
    String broken(Rule rule) {
        return "AND(%s,NOT(%s))".formatted(asked(rule, ""), holds(rule, ""));
    }

    /** How a rule stands, in another sheet than the figures. */
    String standing(Rule rule) {
        return "IF(%s,IF(%s,\"✔\",\"✘\"),\"—\")".formatted(asked(rule, otherSheet()), holds(rule, otherSheet()));
    }

    /** The left side of a rule, in another sheet than the figures. */
    String left(Rule rule) {
        return sum(rule.left(), otherSheet());
    }

    /** The right side of a rule, in another sheet than the figures. */
    String right(Rule rule) {
        return right(rule, otherSheet());
    }

    /** Whether what is entered in a cell can be taken: a figure the indicator may have, or that it does not apply. */
    String fit(Indicator indicator) {
        String cell = layout.figure(indicator.code()).formatAsString();
        String size = indicator.signed() ? "ABS(%s)<10^12".formatted(cell) : "%s>=0,%1$s<10^12".formatted(cell);
        return "IF(ISNUMBER(%s),AND(%s,%1$s=ROUND(%1$s,%d)),OR(%1$s=\"%s\",%1$s=\"%s\"))"
                .formatted(cell, size, indicator.scale(), NotApplicable.WORDS.zh(), NotApplicable.WORDS.en());
    }

    /** The areas of this period's figures that a rule is about. */
    List<CellRangeAddress> marked(Rule rule) {
        return areas(rule.terms()
                .filter(term -> !term.previous())
                .map(term -> layout.figure(term.indicator()))
                .distinct()
                .toList());
    }

    /** A rule is asked when its figures are known, as in the service: an unknown earlier figure silences an equation only. */
    private String asked(Rule rule, String sheet) {
        List<String> conditions = new ArrayList<>();
        Map<Boolean, List<Term>> terms = rule.terms().distinct().collect(Collectors.partitioningBy(Term::previous));
        List<Term> now = terms.get(false);
        List<Term> before = terms.get(true);
        conditions.add("TRUE");
        if (!now.isEmpty()) {
            conditions.add(blanks(areas(now, sheet)) + "=0");
        }
        if (rule.relation() == Relation.EQUAL && !before.isEmpty()) {
            conditions.add("COUNT(%s)=%d".formatted(String.join(",", areas(before, sheet)), before.size()));
        }
        if (!rule.when().isEmpty()) {
            conditions.add(sum(rule.when(), sheet) + ">0");
        }
        if (!rule.unless().isEmpty()) {
            conditions.add(sum(rule.unless(), sheet) + "=0");
        }
        return "AND(%s)".formatted(String.join(",", conditions));
    }

    private String holds(Rule rule, String sheet) {
        return "ROUND(%s-(%s),%d)%s0"
                .formatted(
                        sum(rule.left(), sheet),
                        right(rule, sheet),
                        DECIMALS,
                        rule.relation().sign());
    }

    private String right(Rule rule, String sheet) {
        String sum = sum(rule.right(), sheet);
        return rule.constant().signum() == 0
                ? sum
                : "%s+%s".formatted(sum, rule.constant().toPlainString());
    }

    private String sum(List<Term> terms, String sheet) {
        return terms.isEmpty() ? "0" : "ROUND(SUM(%s),%d)".formatted(String.join(",", areas(terms, sheet)), DECIMALS);
    }

    private String otherSheet() {
        return "'%s'!".formatted(layout.formSheet());
    }

    private static String blanks(List<String> areas) {
        return areas.stream().map("COUNTBLANK(%s)"::formatted).collect(Collectors.joining("+"));
    }

    private List<String> areas(List<Term> terms, String sheet) {
        List<CellAddress> cells = terms.stream()
                .map(term -> term.previous() ? layout.before(term.indicator()) : layout.figure(term.indicator()))
                .toList();
        return areas(cells).stream()
                .map(area -> area.formatAsString(null, true))
                .map(area -> sheet + area)
                .toList();
    }

    /** The same cells in fewer words: those below each other as one area. */
    private static List<CellRangeAddress> areas(List<CellAddress> cells) {
        List<CellRangeAddress> areas = new ArrayList<>();
        for (CellAddress cell : cells) {
            CellRangeAddress last = areas.isEmpty() ? null : areas.get(areas.size() - 1);
            if (last != null && last.getFirstColumn() == cell.getColumn() && last.getLastRow() + 1 == cell.getRow()) {
                last.setLastRow(cell.getRow());
            } else {
                areas.add(new CellRangeAddress(cell.getRow(), cell.getRow(), cell.getColumn(), cell.getColumn()));
            }
        }
        return areas;
    }
}
