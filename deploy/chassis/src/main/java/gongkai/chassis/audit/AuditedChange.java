package gongkai.chassis.audit;

import java.util.Map;

/**
 * A change and its reason. It never holds a report's text or a token: a digest is enough to show a change.
 *
 * @param bureau the bureau concerned
 * @param unit the unit concerned; null if the change concerns the bureau alone
 * @param resource the address of the changed resource
 * @param by the person whom the office names as responsible (填报人), who is not always at the keyboard
 * @param before the former state; null if there was none
 * @param after the new state; null if there is none
 * @param reason as the caller gave it; null if none
 */
public record AuditedChange(
        String bureau,
        String unit,
        String resource,
        String by,
        Map<String, Object> before,
        Map<String, Object> after,
        String reason) {

    /** The bureau of a change that concerns none: no bureau has this code. */
    public static final String NO_BUREAU = "-";

    /** The same change, of a unit. */
    public AuditedChange concerning(String someUnit) {
        return new AuditedChange(bureau, someUnit, resource, by, before, after, reason);
    }
}
