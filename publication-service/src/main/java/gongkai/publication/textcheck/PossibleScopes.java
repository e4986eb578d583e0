package gongkai.publication.textcheck;

import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.textcheck.FormWords.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for small combinations of the report's own cells that give a number: one cell, or the sum or difference of two or
 * three.
 *
 * <p>Only cells that belong together are combined: a row with the rows right below it, or one row or column of a matrix, as in
 * 134 = 复议总计 170 − 尚未审结 36. Small numbers are met by chance, so a combination is offered and never taken for granted; the simplest
 * come first.
 */
final class PossibleScopes {

    private static final int MOST = 3;

    private record Term(Indicator indicator, BigDecimal value) {

        Term negated() {
            return new Term(indicator, value.negate());
        }

        boolean isNegative() {
            return value.signum() < 0;
        }
    }

    private final List<Term> cells;
    private final Map<String, List<Term>> families;

    PossibleScopes(FormWords words, Map<String, BigDecimal> figures) {
        cells = words.indicators().stream()
                .filter(indicator -> figures.containsKey(indicator.code()))
                .map(indicator -> new Term(indicator, figures.get(indicator.code())))
                .filter(term -> term.value.signum() > 0)
                .toList();
        families = new HashMap<>();
        cells.forEach(cell -> cell.indicator
                .families()
                .forEach(head ->
                        families.computeIfAbsent(head, any -> new ArrayList<>()).add(cell)));
    }

    /** @param said the sentence; a cell that it names by an alias may be what it speaks of */
    List<PossibleScope> of(Indicator indicator, BigDecimal claimed, String said) {
        var found = new ArrayList<List<Term>>();
        cells.stream()
                .filter(cell -> !cell.indicator.equals(indicator))
                .filter(cell -> isRelated(cell.indicator, indicator) || isNamed(cell.indicator, said))
                .filter(cell -> cell.value.compareTo(claimed) == 0)
                .forEach(cell -> found.add(List.of(cell)));
        Stream.concat(Stream.of(indicator.code()), indicator.families().stream())
                .forEach(head -> combinations(head).stream()
                        .filter(terms -> sum(terms).compareTo(claimed) == 0)
                        .forEach(found::add));
        return found.stream()
                .sorted(Comparator.comparingInt(List::size))
                .distinct()
                .limit(MOST)
                .map(PossibleScopes::scope)
                .toList();
    }

    private static boolean isRelated(Indicator cell, Indicator indicator) {
        return cell.parent().equals(indicator.code())
                || cell.code().equals(indicator.parent())
                || cell.families().stream()
                        .anyMatch(
                                head -> !head.isEmpty() && indicator.families().contains(head));
    }

    private static boolean isNamed(Indicator cell, String said) {
        return cell.aliases().stream().flatMap(alias -> alias.words().stream()).anyMatch(said::contains);
    }

    /** Sums of rows below one head, and what is left of a row without others of its family. */
    private List<List<Term>> combinations(String head) {
        var family = new ArrayList<Term>();
        cells.stream().filter(cell -> cell.indicator.code().equals(head)).forEach(family::add);
        int children = family.size();
        family.addAll(head.isEmpty() ? List.of() : families.getOrDefault(head, List.of()));

        var combinations = new ArrayList<List<Term>>();
        for (int i = children; i < family.size(); i++) {
            for (int j = i + 1; j < family.size(); j++) {
                combinations.add(List.of(family.get(i), family.get(j)));
                for (int k = j + 1; k < family.size(); k++) {
                    combinations.add(List.of(family.get(i), family.get(j), family.get(k)));
                }
            }
        }
        for (Term whole : family) {
            List<Term> others = family.subList(children, family.size()).stream()
                    .filter(term -> !term.equals(whole))
                    .map(Term::negated)
                    .toList();
            for (int i = 0; i < others.size(); i++) {
                combinations.add(List.of(whole, others.get(i)));
                for (int j = i + 1; j < others.size(); j++) {
                    combinations.add(List.of(whole, others.get(i), others.get(j)));
                }
            }
        }
        return combinations;
    }

    private static BigDecimal sum(List<Term> terms) {
        return terms.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static PossibleScope scope(List<Term> terms) {
        return new PossibleScope(
                terms.stream()
                        .map(term -> (term.isNegative() ? "-" : "") + term.indicator.code())
                        .toList(),
                new LocalizedText(
                        "%s = %s".formatted(Numeral.plain(sum(terms)).toPlainString(), words(terms, true)),
                        "%s = %s".formatted(Numeral.plain(sum(terms)).toPlainString(), words(terms, false))));
    }

    private static String words(List<Term> terms, boolean chinese) {
        var words = new StringBuilder();
        for (Term term : terms) {
            String sign = term.isNegative() ? " − " : words.isEmpty() ? "" : " + ";
            LocalizedText label = term.indicator.name();
            words.append(sign)
                    .append(chinese ? label.zh() : label.en())
                    .append(' ')
                    .append(Numeral.plain(term.value.abs()).toPlainString());
        }
        return words.toString();
    }
}
