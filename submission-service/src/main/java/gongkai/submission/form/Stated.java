package gongkai.submission.form;

import java.util.Map;
import java.util.Set;

/**
 * Figures as a unit sent them, not yet checked.
 *
 * @param values indicator code to what was stated: a number, or whatever stands in its place; null is no statement
 * @param notApplicable indicators of which the unit says that the question does not arise for it (不适用), which is not 0
 */
public record Stated(Map<String, ?> values, Set<String> notApplicable) {

    /** Figures alone: everything applies. */
    public static Stated of(Map<String, ?> values) {
        return new Stated(values, Set.of());
    }
}
