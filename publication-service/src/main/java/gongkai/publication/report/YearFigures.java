package gongkai.publication.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report's figures beside those of the year before.
 *
 * @param values by indicator; one that nobody has reported is not among them
 * @param before the same bureau's for the year before, by this form's codes; empty where there are none to compare with
 * @param history what it published for earlier years, the latest first
 */
public record YearFigures(
        Form form, Map<String, BigDecimal> values, Map<String, BigDecimal> before, List<EarlierYear> history) {

    public YearFigures {
        values = Map.copyOf(values);
        before = Map.copyOf(before);
        history = List.copyOf(history);
    }

    public Optional<BigDecimal> now(String indicator) {
        return Optional.ofNullable(values.get(indicator));
    }

    public Optional<BigDecimal> yearBefore(String indicator) {
        return Optional.ofNullable(before.get(indicator));
    }

    public Optional<Form.Indicator> indicator(String code) {
        return form.indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }
}
