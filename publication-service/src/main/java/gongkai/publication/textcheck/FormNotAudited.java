package gongkai.publication.textcheck;

import gongkai.chassis.problem.ProblemException;
import gongkai.publication.report.Enumeration;
import java.util.Locale;
import java.util.Map;

/** There are no words by which a text on this form could be read. */
final class FormNotAudited extends ProblemException {

    private static final long serialVersionUID = 1L;

    FormNotAudited(String form) {
        super(TextCheckProblem.FORM_NOT_AUDITED, form, Enumeration.of(FormWords.forms()));
    }

    @Override
    protected Map<String, Object> members(Locale language) {
        return Map.of("forms", FormWords.forms());
    }
}
