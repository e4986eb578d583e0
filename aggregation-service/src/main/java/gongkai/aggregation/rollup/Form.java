package gongkai.aggregation.rollup;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A form (统计表) as the roll-up uses it: its figures in their order, and the rules between them. */
public record Form(String code, List<Indicator> indicators, List<Rule> rules) {

    public Form {
        requireNonNull(code, "a form has a code");
        indicators = List.copyOf(indicators);
        rules = List.copyOf(rules);
    }

    public Optional<Indicator> indicator(String code) {
        return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /**
     * The rules that these figures break, in the order of the form.
     *
     * @param previous the figures of the period before; none where they are not known
     */
    public List<Finding> check(Figures figures, Figures previous) {
        return rules.stream()
                .flatMap(rule -> rule.check(figures, previous).stream())
                .toList();
    }
}
