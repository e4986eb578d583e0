package gongkai.publication.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Some decisions are of nothing that the text says, or do not fit the figures. */
public final class DecisionsUnfit extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** @param subject what the decision was to be about */
    record Unfit(String subject, LocalizedText message) {

        @JsonIgnore
        String zh() {
            return subject + "：" + message.zh();
        }

        @JsonIgnore
        String en() {
            return subject + ": " + message.en();
        }
    }

    private final transient List<Unfit> errors;

    DecisionsUnfit(List<Unfit> errors) {
        super(
                DecisionProblem.DECISIONS_UNFIT,
                new LocalizedText(
                        errors.stream().map(Unfit::zh).collect(Collectors.joining("；")),
                        errors.stream().map(Unfit::en).collect(Collectors.joining("; "))));
        this.errors = List.copyOf(errors);
    }

    @Override
    protected Map<String, Object> members(Locale language) {
        return Map.of("errors", errors);
    }
}
