package gongkai.publication.narrative;

import gongkai.chassis.problem.ProblemException;
import gongkai.publication.report.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The text refers to figures that its form does not have, or in a way that nobody can read. */
public final class ReferencesUnknown extends ProblemException {

    private static final long serialVersionUID = 1L;

    /**
     * @param pointer the section's text in the request (RFC 6901)
     * @param reference as it was written
     */
    record UnknownReference(String pointer, String reference) {}

    private final transient List<UnknownReference> errors;

    private ReferencesUnknown(String form, List<UnknownReference> errors) {
        super(NarrativeProblem.REFERENCES_UNKNOWN, form, written(errors));
        this.errors = List.copyOf(errors);
    }

    private static String written(List<UnknownReference> errors) {
        return errors.stream().map(UnknownReference::reference).distinct().collect(Collectors.joining(" "));
    }

    @Override
    protected Map<String, Object> members(Locale language) {
        return Map.of("errors", errors);
    }

    /** @throws ReferencesUnknown where a reference names no indicator of the form */
    static void rejectIn(List<Section> sections, Form form) {
        Set<String> codes = form.indicators().stream().map(Form.Indicator::code).collect(Collectors.toSet());
        var unknown = new ArrayList<UnknownReference>();
        for (int i = 0; i < sections.size(); i++) {
            Matcher braces = Reference.PATTERN.matcher(sections.get(i).text());
            while (braces.find()) {
                boolean known = Reference.of(braces.group(1))
                        .filter(reference -> codes.containsAll(reference.indicators()))
                        .isPresent();
                if (!known) {
                    unknown.add(new UnknownReference("/sections/%d/text".formatted(i), braces.group()));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new ReferencesUnknown(form.code(), unknown);
        }
    }
}
