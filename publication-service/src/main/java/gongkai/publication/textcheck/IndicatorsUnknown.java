package gongkai.publication.textcheck;

import gongkai.chassis.problem.ProblemException;
import gongkai.publication.report.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Some figures are of indicators that the form does not have. */
final class IndicatorsUnknown extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> indicators;

    IndicatorsUnknown(String form, List<String> indicators) {
        super(TextCheckProblem.INDICATORS_UNKNOWN, form, Enumeration.of(indicators));
        this.indicators = List.copyOf(indicators);
    }

    @Override
    protected Map<String, Object> members(Locale language) {
        return Map.of("indicators", indicators);
    }
}
